"""What Lotse says to what is not an answer: who it is, where help is, what it cannot do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

_: Callable[[str], str] = lambda text: text  # noqa: E731 - marks the texts for extraction

AUSKUENFTE: Mapping[str, str] = {
    "begruessen": _("Guten Tag! Schön, dass Sie da sind."),
    "verabschieden": _("Auf Wiedersehen! Ihre Antworten sind gespeichert. Sie können jederzeit weitermachen."),
    "danke": _("Gern."),
    "mensch_sprechen": _(
        "Sie können jederzeit mit einem Menschen sprechen. {kontakt}"
        " Ihre Ansprechperson sieht, dass Sie ein Gespräch wünschen."
    ),
    "wer_bist_du": _(
        "Ich bin Lotse, ein Computerprogramm Ihrer Dienststelle. Ich stelle Fragen und schreibe Ihre Antworten auf."
        " Ich entscheide nichts über Sie. Das tun nur Menschen."
    ),
    "datenschutz": _(
        "Ihre Antworten werden verschlüsselt gespeichert. Ihre Ansprechperson sieht nur, was Sie am Ende freigeben."
        " Mehr dazu steht auf der Seite „Datenschutz“."
    ),
    "daten_loeschen": _(
        "Sie können jede Antwort ändern und am Ende wählen, was nicht weitergegeben wird."
        " Möchten Sie alles löschen lassen, sagen Sie es bitte Ihrer Ansprechperson. {kontakt}"
    ),
    "zusammenfassung": _("Das haben Sie mir bisher gesagt:\n{antworten}"),
    "fortschritt_dauer": _("{beantwortet} Fragen sind beantwortet, etwa {offen} sind noch offen."),
    "sprache_wechseln": _("Im Moment spreche ich nur Deutsch. Im Haus hilft man Ihnen beim Übersetzen. {kontakt}"),
    "leichte_sprache": _(
        "Ich schreibe in einfacher Sprache. Texte in Leichter Sprache habe ich noch nicht."
        " Ein Mensch hilft Ihnen gern. {kontakt}"
    ),
    "termin_verschieben": _(
        "Einen Termin kann ich nicht verschieben. Bitte rufen Sie an oder schreiben Sie. {kontakt}"
    ),
    "beschwerde": _("Es tut mir leid, dass Sie sich ärgern. Ihre Beschwerde nimmt ein Mensch auf. {kontakt}"),
    "ansprechperson_wechseln": _(
        "Ihren Wunsch nach einer anderen Ansprechperson sagen Sie bitte der Dienststelle. {kontakt}"
    ),
    "ergebnis_fragen": _(
        "Ich werte nichts aus und entscheide nichts. Das Ergebnis besprechen Sie mit Ihrer Ansprechperson."
    ),
    "smalltalk": _("Danke der Nachfrage. Ich bin nur ein Programm, aber ich helfe Ihnen gern durch die Fragen."),
    "ausserhalb": _("Dabei kann ich leider nicht helfen. Fragen Sie bitte Ihre Ansprechperson. {kontakt}"),
    "abbrechen": _(
        "Sie können hier aufhören. Was Sie gesagt haben, ist gespeichert. Nichts wird ohne Ihre Freigabe gezeigt."
    ),
    "notfall": _(
        "Das klingt ernst. Bitte sprechen Sie jetzt mit einem Menschen."
        " Bei Gefahr für Leib und Leben: Notruf 112."
        " Die TelefonSeelsorge ist immer da, kostenlos und ohne Namen: 0800 1110111."
        " Wenn Sie heute kein Geld für Essen oder keinen Platz zum Schlafen haben, hilft Ihnen die Dienststelle sofort."
        " {kontakt}"
    ),
}


@dataclass(frozen=True)
class Haus:
    """The site that Lotse speaks for: how to reach people there."""

    telefone: tuple[tuple[str, str], ...] = ()

    @property
    def kontakt(self) -> str:
        """How to reach a person, as a sentence."""
        if not self.telefone:
            return "Gehen Sie bitte zum Empfang, oder rufen Sie Ihre Dienststelle an."
        return "Telefon: " + ", ".join(f"{wer} {nummer}" for wer, nummer in self.telefone) + "."
