"""What protects every answer: the security headers with a nonce, and the refusal of requests from foreign pages."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_UNGEFAEHRLICH = frozenset({"GET", "HEAD", "OPTIONS"})
_FEST = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def inhaltsregel(nonce: str) -> str:
    """Give the Content-Security-Policy: own files only, nothing inline; icons in the CSS are data images."""
    return (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types htmx lotse"
    )


def schutzkoepfe(nonce: str) -> dict[str, str]:
    """Give all headers that protect an answer; personal pages are never stored by a browser or proxy."""
    return {**_FEST, "Content-Security-Policy": inhaltsregel(nonce)}


def von_hier(headers: Headers) -> bool:
    """Tell whether a changing request was sent by a page of this site, or by no page at all (a command line)."""
    absender = headers.get("sec-fetch-site")
    if absender is not None:
        return absender in {"same-origin", "none"}
    herkunft = headers.get("origin")
    return herkunft is None or urlsplit(herkunft).netloc == headers.get("host")


class Schutz:
    """ASGI middleware: puts a fresh nonce into `request.state.nonce`, sets the headers, refuses foreign writes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection; anything but HTTP passes through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce
        koepfe = schutzkoepfe(nonce)

        async def mit_koepfen(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, wert in koepfe.items():
                    headers.setdefault(name, wert)
            await send(message)

        if scope["method"] in _UNGEFAEHRLICH or von_hier(Headers(scope=scope)):
            await self.app(scope, receive, mit_koepfen)
        else:
            ablehnung = PlainTextResponse("Diese Anfrage kam von einer fremden Seite.", status_code=403)
            await ablehnung(scope, receive, mit_koepfen)
