"""From the outcome of a turn to the messages that a person reads.

The question, its buttons and the read-back come from the guide; the words around them from gettext.
The same outcome always gives the same messages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from actions.auskuenfte import AUSKUENFTE, Haus
from actions.uebersetzung import uebersetzer
from casefile.ergebnis import Ergebnis, Folge, Lage, Wahlpunkt
from knowledge.leitfaden import load_leitfaden
from knowledge.leitfaden_modell import Frage, Leitfaden

_: Callable[[str], str] = lambda text: text  # noqa: E731 - marks the texts for extraction

AUSWEGE: Mapping[str, str] = {
    "weiss_nicht": _("Weiß ich nicht"),
    "keine_angabe": _("Möchte ich nicht sagen"),
    "nur_im_gespraech": _("Nur im persönlichen Gespräch"),
}
OHNE_ANTWORT: Mapping[str, str] = {
    "weiss_nicht": _("In Ordnung. Diese Frage bleibt offen."),
    "keine_angabe": _("In Ordnung. Das müssen Sie nicht sagen."),
    "nur_im_gespraech": _("In Ordnung. Das besprechen Sie persönlich. Ich schreibe nichts dazu auf."),
    "uebersprungen": _("Wir lassen diese Frage aus. Sie können sie später beantworten."),
}
NICHT_MOEGLICH: Mapping[str, str] = {
    "pflicht": _("Diese Frage brauche ich, damit es weitergeht."),
    "erste_frage": _("Das ist schon die erste Frage."),
    "nichts_zu_aendern": _("Es gibt noch keine Antwort, die sich ändern lässt."),
}
FERTIG = _("Wir sind fertig. Vielen Dank! Ihre Antworten sind gespeichert. Sie können sie weiterhin ändern.")
FERTIG_FACHKRAFT = _("Alle Fragen sind bearbeitet. Der Entwurf des Beratungsvermerks liegt in der Fallakte.")


@dataclass(frozen=True)
class Nachricht:
    """One message: text, the question it asks (or None) and the choices offered with it."""

    text: str
    frage: str | None = None
    wahl: tuple[Wahlpunkt, ...] = ()

    def als_dict(self) -> dict[str, object]:
        """Give the message as it goes over HTTP."""
        wahl = [{"titel": punkt.titel, "wert": punkt.wert} for punkt in self.wahl]
        return {"text": self.text, "frage": self.frage, "wahl": wahl}


def nachrichten(ergebnis: Ergebnis, haus: Haus, sprache: str = "de") -> list[Nachricht]:
    """Say the outcome: what became of the turn, then the question that is open."""
    leitfaden, sag = load_leitfaden(ergebnis.lage.leitfaden), uebersetzer(sprache)
    davor = [Nachricht(text) for text in antwort_auf(ergebnis, haus, sprache)]
    if ergebnis.folge.kandidaten:
        davor[-1:] = [Nachricht(davor[-1].text, wahl=ergebnis.folge.kandidaten)]
    return [*davor, *_frage(ergebnis, leitfaden, sag)]


def antwort_auf(ergebnis: Ergebnis, haus: Haus, sprache: str = "de") -> list[str]:
    """Say what became of the turn, without the question that is open now; a taken answer is read back first."""
    leitfaden, sag = load_leitfaden(ergebnis.lage.leitfaden), uebersetzer(sprache)
    return [text for text in _folge(ergebnis, leitfaden, haus, sag) if text]


def auswege(lage: Lage, frage: Frage, sprache: str = "de") -> tuple[Wahlpunkt, ...]:
    """Give the ways to leave a question open, as this role may use them."""
    if frage.pflicht:
        return ()
    erlaubt = [art for art in AUSWEGE if art != "nur_im_gespraech" or lage.rolle == "kunde"]
    return tuple(Wahlpunkt(titel=uebersetzer(sprache)(AUSWEGE[art]), wert=art) for art in erlaubt)


def fragetext(frage: Frage, lage: Lage) -> str:
    """Give the question as the role reads it, its placeholders filled."""
    text = frage.wortlaut(lage.rolle)
    for name, wert in lage.platzhalter.items():
        text = text.replace("{" + name + "}", wert)
    return text


def _frage(ergebnis: Ergebnis, leitfaden: Leitfaden, sag: Callable[[str], str]) -> list[Nachricht]:
    lage = ergebnis.lage
    if lage.frage is None:
        return [Nachricht(sag(FERTIG if lage.rolle == "kunde" else FERTIG_FACHKRAFT))]
    if lage.pausiert:
        weiter = Wahlpunkt(titel=sag("Weiter"), wert="fortsetzen")
        text = sag("Wir machen eine Pause. Alles ist gespeichert. Tippen Sie auf „Weiter“, wenn Sie so weit sind.")
        return [Nachricht(text, lage.frage, (weiter,))]
    frage = leitfaden.fragen[lage.frage]
    offen = Nachricht(fragetext(frage, lage), frage.id, (*lage.wahl, *auswege(lage, frage)))
    return [*_hinweis(frage, ergebnis.folge), *_bisher(lage, sag), offen]


def _hinweis(frage: Frage, folge: Folge) -> list[Nachricht]:
    # The notice belongs before the first sight of the question, not before each repetition.
    neu = folge.art in ("beginn", "aufgenommen", "zurueck", "aendern", "beibehalten", "fortgesetzt")
    return [Nachricht(frage.hinweis)] if frage.hinweis and neu else []


def _bisher(lage: Lage, sag: Callable[[str], str]) -> list[Nachricht]:
    return [Nachricht(sag("Bisher: {antwort}").format(antwort=lage.bisher))] if lage.bisher else []


def _folge(ergebnis: Ergebnis, leitfaden: Leitfaden, haus: Haus, sag: Callable[[str], str]) -> list[str]:
    folge = ergebnis.folge
    if folge.art == "aufgenommen":
        return _aufgenommen(folge, leitfaden, sag)
    if folge.art == "auskunft":
        return [_auskunft(ergebnis, leitfaden, haus, sag)]
    if folge.art == "unverstanden":
        return [_unverstanden(ergebnis, leitfaden, sag)]
    if folge.art == "nicht_moeglich":
        return [sag(NICHT_MOEGLICH[folge.thema])]
    return {
        "beibehalten": [sag("In Ordnung. Ihre Antwort bleibt, wie sie ist.")],
        "zurueck": [sag("Gut, noch einmal zurück.")],
        "aendern": [sag("Welche Antwort möchten Sie ändern?") if folge.kandidaten else sag("Gern, das ändern wir.")],
        "fortgesetzt": [sag("Schön, dass Sie weitermachen.")],
    }.get(folge.art, [])


def _aufgenommen(folge: Folge, leitfaden: Leitfaden, sag: Callable[[str], str]) -> list[str]:
    if folge.eintrag != "antwort":
        return [sag(OHNE_ANTWORT[folge.eintrag or "uebersprungen"])]
    frage = leitfaden.fragen[folge.frage or ""]
    if frage.ablauf:
        return []
    muster = sag("Geändert. {kurz}: {antwort}") if folge.geaendert else sag("Verstanden. {kurz}: {antwort}")
    texte = [muster.format(kurz=frage.kurz, antwort=folge.gelesen)]
    if folge.ruht:
        kurz = ", ".join(leitfaden.fragen[frage].kurz for frage in folge.ruht)
        texte.append(sag("Diese Antworten zählen jetzt nicht mehr: {kurz}.").format(kurz=kurz))
    return texte


def _unverstanden(ergebnis: Ergebnis, leitfaden: Leitfaden, sag: Callable[[str], str]) -> str:
    if ergebnis.fehler or ergebnis.folge.gelesen:
        return ergebnis.fehler or ergebnis.folge.gelesen
    frage = leitfaden.fragen.get(ergebnis.folge.frage or "")
    if frage is None:
        return sag("Das habe ich nicht verstanden.")
    if ergebnis.folge.kandidaten:
        titel = sag(" oder ").join(f"„{punkt.titel}“" for punkt in ergebnis.folge.kandidaten)
        return sag("Ich bin nicht sicher: {titel}?").format(titel=titel)
    if ergebnis.folge.versuch <= 1:
        return sag("Das habe ich nicht verstanden. Anders gesagt: {hilfe}").format(hilfe=frage.hilfe)
    if ergebnis.lage.wahl:
        titel = ", ".join(punkt.titel for punkt in ergebnis.lage.wahl)
        return sag("Ich verstehe es noch nicht. Bitte wählen Sie: {titel}.").format(titel=titel)
    return sag("Ich verstehe es noch nicht. {hilfe} Sie können die Frage auch offen lassen.").format(hilfe=frage.hilfe)


def _auskunft(ergebnis: Ergebnis, leitfaden: Leitfaden, haus: Haus, sag: Callable[[str], str]) -> str:
    lage, thema = ergebnis.lage, ergebnis.folge.thema
    frage = leitfaden.fragen.get(lage.frage or "")
    if thema == "warum_frage":
        return f"{frage.zweck} ({frage.rechtsgrundlage})" if frage else ""
    if thema == "hilfe":
        return frage.hilfe if frage else ""
    if thema == "veraltet":
        return sag("Diese Frage ist schon beantwortet. Hier geht es weiter.")
    muster = sag(AUSKUENFTE[thema]) if thema in AUSKUENFTE else ""
    antworten = ergebnis.folge.gelesen or sag("noch nichts")
    return muster.format(
        kontakt=haus.kontakt,
        beantwortet=lage.beantwortet,
        offen=lage.offen,
        antworten=antworten,
    )
