"""Links that let a customer prepare her appointment without an account. The caller commits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from casefile.modelle import Sitzung, Termin, Zugang
from casefile.sitzungen import eroeffne_fuer_zugang
from casefile.tokens import hash_von, neues_token

GUELTIG_NACH_TERMIN = timedelta(days=7)


class ZugangUngueltig(Exception):
    """The link is unknown, expired or revoked; the customer learns one thing only: whom to ask."""

    def __init__(self) -> None:
        super().__init__("Dieser Link gilt nicht mehr. Bitte fragen Sie Ihre Ansprechperson nach einem neuen.")


class TerminVorbei(Exception):
    """A link for this appointment would have expired already."""

    def __init__(self) -> None:
        super().__init__("Der Termin ist schon länger vorbei. Bitte legen Sie zuerst einen neuen Termin an.")


@dataclass(frozen=True, slots=True)
class AusgestellterZugang:
    """A new link: `token` goes to the customer and is stored nowhere."""

    zugang_id: str
    token: str
    gueltig_bis: datetime


def stelle_aus(session: Session, termin: Termin, jetzt: datetime) -> AusgestellterZugang:
    """Issue a link to the case of `termin`, valid until seven days after it; raises `TerminVorbei`."""
    gueltig_bis = termin.beginn + GUELTIG_NACH_TERMIN
    if gueltig_bis <= jetzt:
        raise TerminVorbei
    token = neues_token()
    zugang = Zugang(fall_id=termin.fall_id, token_hash=hash_von(token), gueltig_bis=gueltig_bis)
    session.add(zugang)
    session.flush()
    return AusgestellterZugang(zugang.id, token, gueltig_bis)


def loese_ein(session: Session, token: str, jetzt: datetime, dauer: timedelta) -> str:
    """Open a session with a link and return the session's token; raises `ZugangUngueltig`.

    A link works until it expires, so that a customer can pause and come back.
    """
    zugang = session.scalar(select(Zugang).where(Zugang.token_hash == hash_von(token)))
    if zugang is None or zugang.widerrufen_am is not None or jetzt >= zugang.gueltig_bis:
        raise ZugangUngueltig
    return eroeffne_fuer_zugang(session, zugang, jetzt, dauer)


def widerrufe(session: Session, fall_id: str, jetzt: datetime) -> None:
    """Revoke every open link of the case and end the sessions that came from its links."""
    links = select(Zugang.id).where(Zugang.fall_id == fall_id)
    session.execute(delete(Sitzung).where(Sitzung.zugang_id.in_(links)))
    offen = (Zugang.fall_id == fall_id, Zugang.widerrufen_am.is_(None))
    session.execute(update(Zugang).where(*offen).values(widerrufen_am=jetzt))
