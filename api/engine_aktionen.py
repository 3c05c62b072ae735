"""The action server of the engine, hosted by the web process: Rasa's wire format, for the engine alone."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from starlette.responses import JSONResponse

from actions.aktionen import ausfuehrer
from api.zugriff import bestand, waechter

router = APIRouter(dependencies=[Depends(waechter)])


@router.post("/engine/actions", include_in_schema=False)
async def fuehre_aktion_aus(request: Request, aufruf: dict[str, Any]) -> JSONResponse:
    """Run the action that the engine picked."""
    name = aufruf.get("next_action")
    try:
        # The engine leaves the domain out, since no action here reads it; the executor wants the key.
        antwort = await _ausfuehrer(request).run({"domain": {}, **aufruf})
    except ActionExecutionRejection as fehler:
        return JSONResponse({"error": str(fehler), "action_name": name}, 400)
    except ActionNotFoundException as fehler:
        return JSONResponse({"error": str(fehler), "action_name": name}, 404)
    return JSONResponse(antwort.model_dump() if antwort else {"events": [], "responses": []})


def _ausfuehrer(request: Request) -> ActionExecutor:
    # Made on first use, inside the event loop that its thread limit belongs to.
    if not hasattr(request.app.state, "ausfuehrer"):
        haus = bestand(request)
        request.app.state.ausfuehrer = ausfuehrer(haus.akte, haus.haus)
    return request.app.state.ausfuehrer
