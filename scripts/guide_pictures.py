"""Takes the guide's pictures: a whole application workshop is held on a real server, once in each language."""

from __future__ import annotations

import json
import sys
import tempfile
import uuid
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from facilitator import access, create_app
from facilitator.config import LANGUAGES, Settings
from facilitator.planning.accounts import create_account
from facilitator.planning.programmes import create_programme
from tests.browser.rest import Rest, named
from tests.product_words import board_words, page_words
from tests.server import Server

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "static" / "img" / "guide"
WORDS: dict[str, Any] = json.loads((ROOT / "scripts" / "guide_pictures.json").read_text("utf-8"))
DESKTOP: dict[str, Any] = {"viewport": {"width": 1180, "height": 760}, "device_scale_factor": 1.2}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 760}, "has_touch": True, "is_mobile": True}
TO_WEBP = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d", { alpha: false }).drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.74).split(",")[1];
}"""


class Workshop:
    """One application workshop in one language, and its pictures."""

    def __init__(self, browser: Browser, rest: Rest, sign_in: str, programme: str, language: str) -> None:
        self.browser, self.rest, self.language = browser, rest, language
        self.board, self.pages = board_words(language), page_words(language)
        self.workbench = browser.new_page()
        options: dict[str, Any] = {"base_url": rest.url, "locale": language, "reduced_motion": "reduce"}
        self.options = options
        self.page = browser.new_context(**options, **DESKTOP).new_page()
        self.page.goto(f"{rest.url}/sign-in/{sign_in}")
        self.page.goto(f"/language/{language}")
        made = rest.call("POST", f"/programmes/{programme}/projects", {"title": self.said(WORDS["project"])})
        self.project = made["id"]

    def said(self, words: dict[str, str]) -> str:
        """In this workshop's language."""
        return words[self.language]

    def hold(self) -> None:
        """From the project's page to the report."""
        self.plan()
        self.invite()
        self.write()
        self.vote()
        self.look_at_people()
        self.end()

    def plan(self) -> None:
        """One press makes all of it."""
        self.page.goto(f"/projects/{self.project}")
        self.take("preset", height=420)
        self.press_on_page("Make an application workshop")
        self.page.wait_for_url("**/workshops/*")
        self.id = self.page.url.rsplit("/", 1)[1]
        self.take("plan")

    def invite(self) -> None:
        """It opens, and people join: one of them looks on from a phone."""
        self.press_on_page("Go live")
        plan = self.rest.call("GET", f"/workshops/{self.id}")
        self.boards = [each["id"] for each in self.rest.call("GET", f"/workshops/{self.id}/boards")]
        self.guests = []
        for name, organisation in WORDS["people"]:
            person = {"code": plan["code"], "name": name, "organisation": self.said(organisation)}
            joined = Rest(self.rest.url).call("POST", "/join", {**person, "language": self.language})
            self.guests.append(Rest(self.rest.url, joined["token"]))
        self.phone = self.browser.new_context(**self.options, **PHONE).new_page()
        self.phone.goto(f"/language/{self.language}?next=/j/{plan['code']}")
        self.phone.get_by_label(self.pages["Your name, or an alias"]).fill("Elena")
        self.door = self.phone.screenshot()
        self.phone.get_by_role("button", name=self.pages["Join the workshop"]).click()

    def write(self) -> None:
        """The first part, in silence; then it is shown, and a theme is named."""
        self.page.goto(f"/boards/{self.boards[0]}")
        self.press("lead.begin")
        self.page.wait_for_timeout(4_000)
        notes = [self.add(note["by"], note["zone"], note["kind"], self.said(note)) for note in WORDS["notes"]]
        self.phone.goto(f"/boards/{self.boards[0]}")
        self.phone.get_by_role("textbox").last.fill(self.said(WORDS["notes"][4]))
        self.phone.wait_for_timeout(1_000)
        self.take_phone()
        self.page.locator(".now-figure").get_by_text(str(len(notes))).wait_for()
        self.press("control.button")
        self.take("silence")
        self.page.get_by_role("dialog").get_by_role("button", name=self.board["control.reveal"], exact=True).click()
        self.page.wait_for_timeout(1_000)
        self.take("showing", height=440)
        self.page.wait_for_timeout(3_500)
        theme = {"cluster": named("cluster"), "title": self.said(WORDS["theme"]), "notes": [notes[0], notes[7]]}
        self.rest.operate(self.boards[0], {"type": "cluster.add", **theme})

    def vote(self) -> None:
        """On the questions that were made of it."""
        kind = "how_might_we"
        asked = [self.add(each["by"], f"zone:{kind}", kind, self.said(each)) for each in WORDS["questions"]]
        floor = f"/workshops/{self.id}/floor"
        last = [each["id"] for each in self.rest.call("GET", f"{floor}/state")["items"] if each["id"][:5] == "step:"][
            -1
        ]
        self.rest.call("POST", f"{floor}/ops", [{"id": str(uuid.uuid4()), "type": "step.go", "step": last}])
        ballot = named("ballot")
        opened = {"ballot": ballot, "title": self.board["control.ballot.title.first"], "each": 3, "per_note": 1}
        self.rest.operate(self.boards[0], {"type": "ballot.open", "over": "notes", "zones": [f"zone:{kind}"], **opened})
        for person, note in WORDS["votes"]:
            vote = {"type": "vote.cast", "vote": named("vote"), "ballot": ballot, "note": asked[note]}
            self.guests[person].operate(self.boards[0], vote)
        self.page.wait_for_timeout(1_000)
        self.page.get_by_text(self.said(WORDS["questions"][0])).first.scroll_into_view_if_needed()
        self.take("vote")
        self.rest.operate(self.boards[0], {"type": "ballot.close", "ballot": ballot})

    def look_at_people(self) -> None:
        """Everybody, the door and the code."""
        self.page.locator(".faces").click()
        self.page.get_by_text(WORDS["people"][0][0], exact=True).first.wait_for()
        self.take("people", left=780)
        self.page.keyboard.press("Escape")

    def end(self) -> None:
        """It is closed and summed up; then there is the report."""
        self.page.goto(f"/workshops/{self.id}/close")
        self.press_on_page("Close the workshop")
        for key, words in WORDS["summary"].items():
            name = {"summary": "summary", "decision": "decisions-0", "open_question": "open_questions-0"}[key]
            if key != "summary":
                self.press_on_page({"decision": "Add a decision", "open_question": "Add an open question"}[key])
            self.page.locator(f"#{name}").fill(self.said(words))
        self.press_on_page("Save the summary")
        self.page.goto(f"/workshops/{self.id}")
        self.take("after")
        self.page.goto(f"/workshops/{self.id}/report")
        self.take("report")

    def add(self, person: int, zone: str, kind: str, text: str) -> str:
        """A participant writes a note."""
        self.written = getattr(self, "written", 0) + 1
        note = {"note": named("note"), "kind": kind, "text": text, "zone": zone, "order": f"a{self.written:x}"}
        self.guests[person].operate(self.boards[0], {"type": "note.add", "lang": self.language, **note})
        return note["note"]

    def press(self, key: str) -> None:
        """A button of the board."""
        pattern = self.board[key].split("%(")[0].strip()
        self.page.get_by_role("button", name=pattern).first.click()
        self.page.wait_for_timeout(600)

    def press_on_page(self, text: str) -> None:
        """A button of a page."""
        self.page.get_by_role("main").get_by_role("button", name=self.pages[text], exact=True).click()
        self.page.wait_for_load_state()

    def take(self, name: str, left: int = 0, height: int = 760) -> None:
        """What the facilitator has before them; of it only so much, in the page's own pixels."""
        self.page.mouse.move(0, 0)
        self.page.wait_for_timeout(400)
        size = self.page.viewport_size or DESKTOP["viewport"]
        part = {"x": left, "y": 0, "width": size["width"] - left, "height": height}
        self.keep(name, self.page.screenshot(clip=part))

    def take_phone(self) -> None:
        """Two screens of the phone, side by side."""
        both = "".join(
            f'<img src="data:image/png;base64,{b64encode(each).decode()}">'
            for each in (self.door, self.phone.screenshot())
        )
        self.workbench.set_viewport_size({"width": 860, "height": 800})
        self.workbench.set_content(
            f"<style>body{{margin:0;padding:20px;display:flex;gap:40px;background:#e4e9f0}}"
            f"img{{border-radius:14px;border:1px solid #8694a8}}</style>{both}"
        )
        self.workbench.wait_for_timeout(300)
        self.keep("phone", self.workbench.screenshot())

    def keep(self, name: str, png: bytes) -> None:
        """As WebP, which the browser itself makes."""
        self.workbench.goto("about:blank")
        folder = PICTURES / self.language
        folder.mkdir(parents=True, exist_ok=True)
        webp = self.workbench.evaluate(TO_WEBP, b64encode(png).decode())
        (folder / f"{name}.webp").write_bytes(b64decode(webp))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        server = Server(Path(folder))
        server.cli("migrate")
        app = create_app(settings=Settings.read({}, instance=str(server.instance)))
        with app.app_context():
            user = create_account("aino@example.org", "Aino Saari")
            programmes = {
                language: create_programme(user, title, is_example=True).id
                for language, title in WORDS["programme"].items()
            }
            links = {language: access.issue("sign_in", user.id) for language in LANGUAGES}
            token = access.issue("api", user.id)
        server.start()
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        try:
            for language in sys.argv[1:] or LANGUAGES:
                Workshop(browser, Rest(server.url, token), links[language], programmes[language], language).hold()
        finally:
            browser.close()
            server.close()


if __name__ == "__main__":
    main()
