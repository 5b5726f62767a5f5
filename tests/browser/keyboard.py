"""A person who has only a keyboard, and looks where the focus is after every key."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.people import wait_for_keys

FARTHEST = 150  # presses of Tab before a person gives up

_LOOK = """async target => {
  // Scrolling into view and drawing are done after two frames.
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const focused = document.activeElement
  if (!focused || focused === document.body) return { isNowhere: true, isThere: false, isBefore: false, faults: [] }
  const hasRing = element => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  }
  const around = [focused, focused.parentElement, focused.closest('label')].filter(Boolean)
  const box = focused.getBoundingClientRect()
  const left = Math.max(box.left, 0), top = Math.max(box.top, 0)
  const width = Math.min(box.right, innerWidth) - left, height = Math.min(box.bottom, innerHeight) - top
  const isSeen = [0.5, 0.05, 0.95].some(x => [0.5, 0.1, 0.9].some(y => {
    const hit = document.elementFromPoint(left + width * x, top + height * y)
    return hit && around.some(each => each.contains(hit))
  }))
  const isWhole = ['MAIN', 'DIALOG'].includes(focused.tagName)
  const name = focused.ariaLabel ?? focused.textContent ?? ''
  return {
    what: `${focused.tagName.toLowerCase()} "${name.trim().slice(0, 60)}"`,
    isNowhere: false,
    isThere: focused === target,
    isBefore: Boolean(target) && Boolean(focused.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING),
    faults: [
      isWhole || around.some(hasRing) ? '' : 'no ring is drawn around it',
      isWhole || isSeen ? '' : 'it is out of view or covered',
    ].filter(Boolean),
  }
}"""

_GLANCE = """target => {
  const { tagName, ariaLabel, textContent } = document.activeElement
  return { isThere: document.activeElement === target, what: `${tagName} ${(ariaLabel ?? textContent).slice(0, 40)}` }
}"""


class Keyboard:
    """Presses keys; AssertionError where the focus cannot be seen or is lost."""

    def __init__(self, page: Page, hurries: bool = False) -> None:
        """hurries: looks only where it arrives, not at what it passes."""
        self.page, self.hurries = page, hurries

    def to(self, target: Locator) -> Locator:
        """Go to it with Tab, or back with Shift and Tab, as far as it takes."""
        expect(target).to_be_attached()
        element = target.element_handle()
        now, passed = self._look(element), []
        key = "Shift+Tab" if now["isBefore"] else "Tab"
        while not now["isThere"]:
            assert len(passed) < FARTHEST, f"{key} does not lead to {target}; it passes\n" + "\n".join(passed)
            self.page.keyboard.press(key)
            glance = self.page.evaluate(_GLANCE, element) if self.hurries else {"isThere": True}
            now = self._look(element) if glance["isThere"] else glance
            passed.append(_seen(now) if glance["isThere"] else glance["what"])
        return target

    def press(self, *keys: str) -> None:
        """One after the other, looking at each."""
        if self.page.locator(".toolbar").count():
            wait_for_keys(self.page)
        for key in keys:
            self.page.keyboard.press(key)
            self.check()

    def activate(self, target: Locator, key: str = "Enter") -> None:
        """Go there and press it."""
        self.to(target)
        self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Into the field that has the focus."""
        expect(self.page.locator("input:focus, textarea:focus"), "no field has the focus").to_have_count(1)
        self.page.keyboard.type(text)

    def choose(self, target: Locator, option: str) -> None:
        """An option of a select, by typing how it begins."""
        self.to(target)
        self.page.keyboard.type(option)
        expect(target.locator("option:checked")).to_contain_text(option)

    def arrow_to(self, target: Locator, key: str = "ArrowDown") -> None:
        """Inside a group with one Tab stop: until it has the focus."""
        element = target.element_handle()
        for _ in range(FARTHEST):
            if self._look(element)["isThere"]:
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {target}")

    def check(self) -> None:
        """Something has the focus, or gets it once the page has answered, and it can be seen."""
        now = self._look(None)
        if now["isNowhere"]:
            expect(self.page.locator("body :focus"), "the focus is lost").to_have_count(1)
            now = self._look(None)
        _seen(now)

    def holds(self, target: Locator) -> None:
        """The focus is there now, without a key pressed, and can be seen."""
        expect(target).to_be_focused()
        self.check()

    def keeps(self) -> None:
        """Something has the focus once the page is at rest, and it can be seen."""
        expect(self.page.locator("body :focus"), "the focus is lost").to_have_count(1)
        self.check()

    def _look(self, target: Any) -> dict[str, Any]:
        return dict(self.page.evaluate(_LOOK, target))


def _seen(now: dict[str, Any]) -> str:
    assert not now["isNowhere"], "the focus is lost"
    assert not now["faults"], f"{now['what']}: {', '.join(now['faults'])}"
    return str(now["what"])
