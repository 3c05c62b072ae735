"""The server process. Started by bot.engine.start, which checks before and sets the environment.

Rasa's own `rasa run` would load the agent after the port is open and has no place to wire it, so this uses its parts.
"""

import logging
import sys
from asyncio import AbstractEventLoop
from pathlib import Path

from rasa.core.agent import load_agent
from rasa.core.run import configure_app, create_http_input_channels
from rasa.core.utils import AvailableEndpoints
from rasa.utils.common import update_sanic_log_level
from rasa.utils.log_utils import configure_structlog
from sanic import Sanic

from bot.engine.aktionsziel import Aktionsziel
from bot.engine.verdrahtung import Verdrahtungsfehler, verdrahte

# The engine is a guest behind the web process and is never reachable from outside.
ADRESSE = "127.0.0.1"
ENDPUNKTE = "endpoints.yml"
ZUGAENGE = "credentials.yml"
# A turn takes milliseconds; the web process's idle connections need no waiting for.
SCHLUSS_FRIST_SEKUNDEN = 2.0


def baue_app(modell: Path, port: int) -> Sanic:
    """The web server with the channel; the agent is loaded and wired before the port opens."""
    endpunkte = AvailableEndpoints.read_endpoints(ENDPUNKTE)
    kanaele = create_http_input_channels(None, ZUGAENGE)
    app: Sanic = configure_app(kanaele, enable_api=False, port=port, endpoints=endpunkte)

    async def lade(app: Sanic, loop: AbstractEventLoop) -> None:
        app.ctx.agent = await load_agent(model_path=str(modell), endpoints=endpunkte, loop=loop)
        app.ctx.ziel = verdrahte(app.ctx.agent)

    async def melde(_: Sanic, __: AbstractEventLoop) -> None:
        print(f"Die Engine ist bereit auf {ADRESSE}:{port}.", flush=True)

    async def schliesse(app: Sanic, _: AbstractEventLoop) -> None:
        ziel: Aktionsziel | None = getattr(app.ctx, "ziel", None)
        if ziel:
            await ziel.schliesse()

    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = SCHLUSS_FRIST_SEKUNDEN
    app.register_listener(lade, "before_server_start")
    app.register_listener(melde, "after_server_start")
    app.register_listener(schliesse, "after_server_stop")
    return app


def main(modell: Path, port: int) -> None:
    """Serve until SIGTERM. Exits with one line if the engine is not wired as it must be."""
    # Below WARNING, Rasa logs what people wrote; so this level is not open to a setting.
    configure_structlog(logging.WARNING)
    app = baue_app(modell, port)
    update_sanic_log_level()
    try:
        app.run(host=ADRESSE, port=port, access_log=False, motd=False)
    except Verdrahtungsfehler as fehler:
        sys.exit(f"Die Engine startet nicht: {fehler}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
