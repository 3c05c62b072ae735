"""A limit on the size of requests, before anything reads them."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problem import Problem, dokument

HOECHSTENS = 64 * 1024


class Groessengrenze:
    """ASGI middleware: answers 413 to a body over 64 KiB, whether it is announced or streamed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body up to the limit, then hand it on."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        nachrichten: list[Message] = []
        gelesen = 0
        while True:
            nachricht = await receive()
            gelesen += len(nachricht.get("body", b""))
            if gelesen > HOECHSTENS:
                await dokument(Problem("zu_gross"))(scope, receive, send)
                return
            nachrichten.append(nachricht)
            if nachricht["type"] != "http.request" or not nachricht.get("more_body", False):
                break
        vorrat = iter(nachrichten)

        async def weiter() -> Message:
            return next(vorrat, None) or await receive()

        await self.app(scope, weiter, send)
