"""Logs: one JSON object a line, with ids only. What a person said is never logged."""

import logging
import traceback
from uuid import uuid4

import structlog


def richte_protokoll_ein(stufe: str) -> None:
    """Set up structured logs from this level on."""
    schwelle = logging.getLevelNamesMapping()[stufe]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(schwelle),
        cache_logger_on_first_use=True,
    )
    # Libraries at INFO would log requests with their addresses, and these hold personal links.
    for name in ("httpx", "httpcore", "rasa_sdk"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # The server would log an error's text, which can repeat what a person sent; `melde_stoerung` says where instead.
    logging.getLogger("uvicorn.error").addFilter(lambda eintrag: eintrag.exc_info is None)


def melde_stoerung(wo: str, fehler: BaseException) -> None:
    """Log an unexpected error: its kind and the lines it passed, never its text."""
    stellen = [
        f"{f.filename.rpartition('/')[2]}:{f.lineno} {f.name}" for f in traceback.extract_tb(fehler.__traceback__)
    ]
    log = structlog.get_logger(__name__)
    log.error("stoerung", kennung=uuid4().hex, wo=wo, art=type(fehler).__name__, stellen=stellen[-8:])
