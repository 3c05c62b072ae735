"""Logs: one JSON object a line, with ids only. What a person said is never logged."""

import logging

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
