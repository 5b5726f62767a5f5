"""What axe-core finds wrong on a page."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.conftest import AXE_TAGS
from tests.server import ROOT

_RUN = """async ([tags, within]) => {
  // What moves or fades is judged where it comes to rest.
  await Promise.all(document.getAnimations().map(each => each.finished.catch(() => null)))
  const { violations } = await axe.run(within, { runOnly: tags, resultTypes: ['violations'] })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) => {
    const why = [...any, ...all, ...none].map(check => check.message)
    return `${id}: ${html.slice(0, 200)}\\n    ${why.join('; ').slice(0, 300)}`
  }))
}"""


class Axe:
    """Looks at pages; the script is put into each document once."""

    def __init__(self) -> None:
        self._script = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

    def faults(self, page: Page, within: str = "html") -> list[str]:
        """Rule, element and reason of each violation. Empty is right. within: CSS selector of the part to look at."""
        if not page.evaluate("'axe' in window"):
            page.evaluate(self._script)
        return list(page.evaluate(_RUN, [AXE_TAGS, within]))
