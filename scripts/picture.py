"""Takes the README's picture: the demo's service path, from a real server, as its facilitator sees it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.server import Server

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "img" / "board.png"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.cli("migrate")
        demo = server.demo()
        server.start()
        try:
            take(demo)
        finally:
            server.close()


def take(demo: dict) -> None:
    """Sign in by the link, open the board, wait until it has been drawn."""
    board = next(each for each in demo["boards"] if each["method"] == "service_path")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="fi-FI", reduced_motion="reduce")
        page.goto(demo["facilitator"]["sign_in"])
        page.goto(f"{demo['url']}/boards/{board['id']}")
        page.get_by_text("Migri", exact=True).first.wait_for()
        page.wait_for_timeout(1000)
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
