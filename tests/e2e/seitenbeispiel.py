"""Pages' data held in memory: one customer, one Fachkraft, three cases, and a guide with each type of question."""
# ruff: noqa: ARG002  (it takes what the pages send, and needs little of it)

from dataclasses import replace
from itertools import count

from api.seiten import ansichten_chat as chat
from api.seiten import ansichten_fall as akte
from api.seiten import ansichten_vorschlag as vor
from api.seiten.daten import (
    AnmeldungAbgelehnt,
    Besucher,
    Dienststelle,
    Eingabefehler,
    Einschaetzungseingabe,
    Entscheidungseingabe,
    KeinRecht,
    NeuerFall,
    NichtGefunden,
    Vermerkeingabe,
    ZugangUngueltig,
    Zugantwort,
    Zugeingabe,
)
from tests.e2e import inhalte
from tests.e2e.inhalte import BEDARFE, FRAGEN, JETZT, KURZ, PROGNOSEN, Gespraech, W


class Beispieldaten:
    """What the pages ask for, answered from memory."""

    def __init__(self) -> None:
        self.lauf = count(1)
        self.gespraeche = {"kunde": Gespraech(), "a1": Gespraech()}
        self.eingaben: list[Zugeingabe] = []
        self.abwesend = False
        self.einschaetzung_da: Einschaetzungseingabe | None = None
        self.entscheidung: vor.Entscheidungsansicht | None = None
        self.notiz: vor.Vermerkansicht | None = None

    def dienststelle(self) -> Dienststelle:
        return Dienststelle("Jobcenter Musterstadt", "0123 456789")

    def besucher(self, sitzung: str) -> Besucher | None:
        namen = {
            "kunde": ("kunde", "Amira Yıldız"),
            "fachkraft": ("fachkraft", "Petra Lind"),
            "verwaltung": ("verwaltung", "Ines Roth"),
        }
        if sitzung not in namen:
            return None
        rolle, name = namen[sitzung]
        return Besucher(rolle, name, sitzung, "a1" if rolle == "kunde" else None)  # type: ignore[arg-type]

    def anmelden(self, name: str, passwort: str, adresse: str) -> str:
        if (name, passwort) != ("lind", "richtig"):
            raise AnmeldungAbgelehnt("Anmeldename oder Passwort stimmt nicht.")
        return "fachkraft"

    def einloesen(self, zugang: str) -> str:
        if zugang != "gueltig":
            raise ZugangUngueltig
        return "kunde"

    def abmelden(self, besucher: Besucher) -> None:
        return

    def _gespraech(self, fall_id: str | None) -> Gespraech:
        return self.gespraeche[fall_id or "kunde"]

    def gespraech(self, besucher: Besucher, fall_id: str | None) -> chat.ChatSeite:
        lauf = self._gespraech(fall_id)
        return chat.ChatSeite(
            "g1",
            "Erstes Gespräch" if fall_id else "Ihr erstes Gespräch vorbereiten",
            f"schluessel-{next(self.lauf)}",
            chat.Fortschritt(len(lauf.antworten), len(FRAGEN)),
            tuple(lauf.nachrichten),
            None if lauf.pausiert else lauf.frage(),
            lauf.pausiert,
            lauf.frage() is None,
        )

    def zug(self, besucher: Besucher, fall_id: str | None, eingabe: Zugeingabe) -> Zugantwort:
        self.eingaben.append(eingabe)
        lauf = self._gespraech(fall_id)
        art = self._spiele(lauf, eingabe)
        seite = self.gespraech(besucher, fall_id)
        return Zugantwort(art, replace(seite, entwurf=eingabe.text if art == "abwesend" else ""))  # type: ignore[arg-type]

    def _spiele(self, lauf: Gespraech, eingabe: Zugeingabe) -> str:
        offen = lauf.frage()
        if eingabe.befehl in {"pause", "fortsetzen"}:
            lauf.pausiert = eingabe.befehl == "pause"
        elif eingabe.befehl == "aendern":
            lauf.wiederholt = eingabe.ziel
        elif offen is None or eingabe.frage != offen.id:
            return "ueberholt"
        elif eingabe.befehl in {"hilfe", "warum_frage", "mensch_sprechen"}:
            lauf.sage("lotse", "Ihre Ansprechperson kann sich so besser auf das Gespräch vorbereiten.")
        elif self.abwesend and eingabe.text:
            return "abwesend"
        elif not (antwort := ", ".join(eingabe.werte) or eingabe.text or eingabe.befehl):
            return "abgelehnt"
        else:
            self._antworte(lauf, offen, antwort)
        return "angenommen"

    def _antworte(self, lauf: Gespraech, offen: chat.OffeneFrage, antwort: str) -> None:
        titel = {zeile.wert: zeile.titel for zeile in (*offen.wahl, *offen.auswege)} | {"ja": "Ja", "nein": "Nein"}
        lauf.sage("lotse", offen.text)
        lauf.sage("person", ", ".join(titel.get(teil, teil) for teil in antwort.split(", ")))
        lauf.antworten[offen.id] = titel.get(antwort, antwort)
        lauf.wiederholt = None

    def eigene_antworten(self, besucher: Besucher) -> chat.EigeneAntworten:
        lauf = self.gespraeche["kunde"]
        zeilen = tuple(
            chat.EigeneAntwort(frage.id, kurz, lauf.antworten[frage.id], f"schluessel-{next(self.lauf)}", JETZT)
            for frage, kurz in zip(FRAGEN, KURZ, strict=True)
            if frage.id in lauf.antworten
        )
        bloecke = (chat.EigenerBlock("Ihre Lage", zeilen),) if zeilen else ()
        return chat.EigeneAntworten("g1", bloecke, len(FRAGEN) - len(zeilen))

    def faelle(self, besucher: Besucher, suche: str, zustand: str) -> akte.Fallliste:
        passend = tuple(
            z for z in inhalte.ZEILEN if suche.lower() in f"{z.name} {z.nummer}".lower() and zustand in {"", z.zustand}
        )
        return akte.Fallliste(passend, len(inhalte.ZEILEN))

    def fall_anlegen(self, besucher: Besucher, eingabe: NeuerFall) -> str:
        return "a1"

    def _kopf(self, fall_id: str) -> akte.Fallkopf:
        if fall_id == "fremd":
            raise KeinRecht
        if fall_id == "kaputt":
            raise RuntimeError("absichtlich")
        if fall_id != "a1":
            raise NichtGefunden
        return akte.Fallkopf("a1", "F-0001", "Amira Yıldız", "SGB II", "in_arbeit", JETZT, "Zimmer 214", True)

    def fall(self, besucher: Besucher, fall_id: str) -> akte.Fallseite:
        zeilen = (
            akte.Antwortzeile("f2", "Schulabschluss", "Mittlerer Abschluss", "kunde", JETZT, "angegeben"),
            akte.Antwortzeile(
                "q2", "Berufliche Qualifikation", "Bedarf festgestellt", "fachkraft", JETZT, "festgestellt"
            ),
            akte.Antwortzeile("f5", "Praxis im Zielberuf", "Weiß nicht", "kunde", JETZT, "unklar"),
        )
        return akte.Fallseite(
            self._kopf(fall_id),
            akte.Gespraechskarte("Vorbereitung durch die Person", "laeuft", chat.Fortschritt(3, 7)),
            akte.Gespraechskarte("Erstes Gespräch", "nicht_begonnen", chat.Fortschritt(0, 31)),
            (akte.Antwortblock("Qualifikation", zeilen),),
            (akte.OffenerPunkt("f6", "Arbeit möglich ab", "kunde"), akte.OffenerPunkt("e10", "Zielberuf", "fachkraft")),
            ("Alltag und Betreuung",),
            akte.Zugangslink(JETZT),
            self.einschaetzung_da is not None,
            self.entscheidung is not None,
            self.notiz is not None,
        )

    def zugang_ausstellen(self, besucher: Besucher, fall_id: str) -> akte.Zugangslink:
        self._kopf(fall_id)
        return akte.Zugangslink(JETZT, "https://lotse.example/k/gueltig")

    def einschaetzung(self, besucher: Besucher, fall_id: str) -> akte.Einschaetzungsseite:
        da = self.einschaetzung_da
        status = da.bedarfe if da else {}
        gruppen = tuple(
            akte.Bedarfsgruppe(
                titel.lower(),
                titel,
                tuple(
                    akte.Bedarfszeile(
                        code.lower(),
                        code,
                        label,
                        status.get(code.lower(), ""),
                        ("Schulabschluss: Mittlerer Abschluss (angegeben)",) if code == "Q1" else (),
                    )
                    for code, label in zeilen
                ),
            )
            for titel, zeilen in BEDARFE.items()
        )
        schluessel = tuple(W(gruppe.id, gruppe.label) for gruppe in gruppen)
        maerkte = (W("guenstig", "Günstig"), W("normal", "Normal"), W("unguenstig", "Ungünstig"))
        return akte.Einschaetzungsseite(
            self._kopf(fall_id),
            gruppen,
            PROGNOSEN,
            schluessel,
            maerkte,
            da.zielberuf if da else "",
            da.prognose if da else "",
        )

    def schaetze_ein(self) -> None:
        self.einschaetzung_da = Einschaetzungseingabe(
            "Verkäuferin", {"q2": "festgestellt"}, {}, "integration_bis_12", "", "qualifikation", (), "normal"
        )

    def einschaetzung_speichern(self, besucher: Besucher, fall_id: str, eingabe: Einschaetzungseingabe) -> None:
        if not eingabe.zielberuf:
            raise Eingabefehler({"zielberuf": "Bitte geben Sie zuerst den Zielberuf an."})
        self.einschaetzung_da = eingabe

    def vorschlag(self, besucher: Besucher, fall_id: str) -> vor.Vorschlagsansicht | None:
        if self.einschaetzung_da is None:
            return None
        return inhalte.vorschlag(self._kopf(fall_id), self.entscheidung)

    def entscheiden(self, besucher: Besucher, fall_id: str, eingabe: Entscheidungseingabe) -> None:
        fehler = {} if eingabe.weg else {"weg": "Bitte wählen Sie, ob Sie dem Vorschlag folgen."}
        if not eingabe.begruendung:
            fehler["begruendung"] = "Bitte begründen Sie Ihre Entscheidung."
        if fehler:
            raise Eingabefehler(fehler)
        self.entscheidung = vor.Entscheidungsansicht(True, "Förderprofil", eingabe.begruendung, "Petra Lind", JETZT)

    def vermerk(self, besucher: Besucher, fall_id: str) -> vor.Vermerkansicht | None:
        self._kopf(fall_id)
        return self.notiz

    def vermerk_erstellen(self, besucher: Besucher, fall_id: str) -> None:
        quelle = vor.Satzquelle("Schulabschluss", "Mittlerer Abschluss", "kunde", JETZT)
        saetze = (
            vor.Vermerksatz("s1", "Zielberuf ist Verkäuferin im Einzelhandel.", (quelle,)),
            vor.Vermerksatz("s2", "Ein mittlerer Schulabschluss liegt vor.", (quelle, quelle), veraltet=True),
            vor.Vermerksatz(
                "s3", "Vereinbart ist ein Kurs ab Januar.", (), warnung="Bitte prüfen: Steht hier eine Diagnose?"
            ),
        )
        self.notiz = vor.Vermerkansicht(self._kopf(fall_id), "v1", "entwurf", saetze, 1, JETZT)

    def vermerk_speichern(self, besucher: Besucher, fall_id: str, eingabe: Vermerkeingabe) -> None:
        assert self.notiz
        saetze = tuple(replace(satz, text=eingabe.saetze[satz.id]) for satz in self.notiz.saetze)
        self.notiz = replace(self.notiz, saetze=saetze, ergaenzung=eingabe.ergaenzung, fassung=self.notiz.fassung + 1)

    def vermerk_abschliessen(self, besucher: Besucher, fall_id: str, fassung: int) -> None:
        assert self.notiz
        self.notiz = replace(
            self.notiz, zustand="abgeschlossen", abgeschlossen_am=JETZT, abgeschlossen_von="Petra Lind"
        )
