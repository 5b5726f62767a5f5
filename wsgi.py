"""Patches the standard library for eventlet, then creates the app: nothing else."""

import os
import sys
import warnings

warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")

if "flask" not in sys.modules:  # the flask command has imported it already: too late to patch
    import eventlet

    eventlet.monkey_patch()
    os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")  # else psycopg stops the whole hub

from facilitator import create_app  # noqa: E402  (the patch comes first)

app = create_app()
app.extensions["live"].listen()

if __name__ == "__main__":
    from facilitator.hub.server import serve

    serve(app, app.config["SETTINGS"].host, app.config["SETTINGS"].port)
