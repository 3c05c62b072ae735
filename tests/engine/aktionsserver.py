"""A small real action server for the tests: says which action was called and repeats what it was given."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Aktionsserver:
    """Starts on a free port, records every call and can be stopped and started again on the same port."""

    def __init__(self) -> None:
        self.aufrufe: list[dict[str, Any]] = []
        self.token: list[str | None] = []
        self._port = 0
        self.starte()

    @property
    def url(self) -> str:
        """Where the engine finds it."""
        return f"http://127.0.0.1:{self._port}/engine/actions"

    def starte(self) -> None:
        """Listen, on the port of last time if there was one."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler())
        self._server.daemon_threads = True
        self._port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stoppe(self) -> None:
        """Refuse connections from now on."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        aufrufe, token = self.aufrufe, self.token

        class Handler(BaseHTTPRequestHandler):
            # HTTP/1.0: every answer closes its connection, so a stopped server is gone for the engine at once.
            def do_POST(self) -> None:
                aufruf = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                aufrufe.append(aufruf)
                token.append(self.headers.get("X-Lotse-Token"))
                inhalt = json.dumps(antworte(aufruf)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(inhalt)

            def log_message(self, *args: Any) -> None:
                """Keep the test's output clean."""

        return Handler


def antworte(aufruf: dict[str, Any]) -> dict[str, Any]:
    """One text with a button and one custom message that repeats the call."""
    text = {"text": "Erster Absatz\n\nzweiter Absatz", "buttons": [{"title": "Ja", "payload": "ja"}]}
    ergebnis = {"aktion": aufruf["next_action"], "nachricht": aufruf["tracker"]["latest_message"]}
    return {"events": [], "responses": [text, {"custom": {"ergebnis": ergebnis}}]}
