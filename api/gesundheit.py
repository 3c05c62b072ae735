"""Whether the site is alive, and whether it is ready for people."""

from fastapi import APIRouter, Depends
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import JSONResponse

from api.zugriff import Haus, waechter
from casefile.akte import Akte

router = APIRouter(tags=["Betrieb"], dependencies=[Depends(waechter)])


class Lebt(BaseModel):
    """The process answers."""

    status: str = "ok"


@router.get("/healthz")
def lebt() -> Lebt:
    """Say that the process answers."""
    return Lebt()


@router.get("/readyz")
def bereit(haus: Haus) -> JSONResponse:
    """Say whether engine and database are ready; 503 if one is not."""
    teile = {"datenbank": _datenbank(haus.akte), "sprachmodul": haus.dialog.bereit()}
    return JSONResponse({"bereit": all(teile.values()), **teile}, 200 if all(teile.values()) else 503)


def _datenbank(akte: Akte) -> bool:
    try:
        with akte.lesend() as s:
            s.execute(text("SELECT id FROM konto LIMIT 1"))
    except SQLAlchemyError:
        return False
    return True
