"""A person who has only a keyboard, and looks where the focus is after every key."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

FARTHEST = 150  # presses of Tab before a person gives up

_FOCUS = """target => {
  const focused = document.activeElement
  const isNowhere = !focused || focused === document.body
  if (isNowhere) return { what: 'nothing', isNowhere, isThere: false, isBefore: false, faults: [] }
  const drawn = element => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  }
  const around = [focused, focused.parentElement, focused.closest('label')].filter(Boolean)
  const box = focused.getBoundingClientRect()
  const view = { right: Math.min(box.right, innerWidth), bottom: Math.min(box.bottom, innerHeight) }
  const left = Math.max(box.left, 0), top = Math.max(box.top, 0)
  const isSeen = [0.5, 0.05, 0.95].some(x => [0.5, 0.1, 0.9].some(y => {
    const at = [left + (view.right - left) * x, top + (view.bottom - top) * y]
    const hit = document.elementFromPoint(...at)
    return hit && around.some(each => each.contains(hit))
  }))
  const holds = ['MAIN', 'DIALOG'].includes(focused.tagName)
  return {
    what: `${focused.tagName.toLowerCase()} "${(focused.ariaLabel ?? focused.textContent ?? '').trim().slice(0, 60)}"`,
    isNowhere,
    isThere: target !== null && focused === target,
    isBefore: target !== null && Boolean(focused.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING),
    faults: [
      holds || around.some(drawn) ? '' : 'no ring is drawn around it',
      holds || isSeen ? '' : 'it is out of view or covered',
    ].filter(Boolean),
  }
}"""


class Keyboard:
    """Presses keys; AssertionError where the focus cannot be seen or is lost."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, target: Locator) -> Locator:
        """Go to it with Tab, or back with Shift and Tab, as far as it takes."""
        expect(target).to_be_attached()
        element = target.element_handle()
        passed: list[str] = []
        is_back = self._look(element)["isBefore"]
        for _ in range(FARTHEST):
            now = self._look(element)
            if now["isThere"]:
                return target
            self.page.keyboard.press("Shift+Tab" if is_back else "Tab")
            self._at_rest()
            passed.append(self.check())
        raise AssertionError(f"the Tab key does not lead to {target}; it passes\n" + "\n".join(passed))

    def press(self, *keys: str) -> None:
        """One after the other, looking at each."""
        for key in keys:
            self.page.keyboard.press(key)
            self._at_rest()
            self.check()

    def activate(self, target: Locator, key: str = "Enter") -> None:
        """Go there and press it."""
        self.to(target)
        self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Into the field that has the focus."""
        assert self.page.evaluate("document.activeElement.matches('input, textarea')"), "no field has the focus"
        self.page.keyboard.type(text)

    def choose(self, target: Locator, option: str) -> None:
        """An option of a select, by typing how it begins."""
        self.to(target)
        self.page.keyboard.type(option)
        chosen = target.locator("option:checked")
        expect(chosen).to_contain_text(option)

    def arrow_to(self, target: Locator, key: str = "ArrowDown") -> None:
        """Inside a group with one Tab stop: until it has the focus."""
        for _ in range(FARTHEST):
            if self._look(target.element_handle())["isThere"]:
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {target}")

    def check(self) -> str:
        """What has the focus; AssertionError if nothing has it or it cannot be seen."""
        now = self._look(None)
        assert not now["isNowhere"], "the focus is lost"
        assert not now["faults"], f"{now['what']}: {', '.join(now['faults'])}"
        return str(now["what"])

    def holds(self, target: Locator) -> None:
        """The focus is there now, without a key pressed, and can be seen."""
        expect(target).to_be_focused()
        self.check()

    def keeps(self) -> str:
        """Something has the focus once the page is at rest."""
        self.page.wait_for_function("document.activeElement && document.activeElement !== document.body", timeout=3000)
        return self.check()

    def _look(self, target: Any) -> dict[str, Any]:
        return dict(self.page.evaluate(_FOCUS, target))

    def _at_rest(self) -> None:
        """Scrolling into view and drawing are done."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
