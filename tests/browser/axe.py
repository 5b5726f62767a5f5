"""What axe-core finds wrong on a page."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import BrowserContext, Page

from tests.conftest import AXE_TAGS
from tests.server import ROOT

COLOURS = ("cat.color",)
"""What light and dark differ in."""

WORDS = (
    "cat.aria",
    "cat.forms",
    "cat.language",
    "cat.name-role-value",
    "cat.semantics",
    "cat.tables",
    "cat.text-alternatives",
)
"""What the words of another language can break: names, labels, titles, and things that must not be called the same."""

_RUN = """async ([tags, within, about]) => {
  // What moves or fades is judged where it comes to rest.
  await Promise.all(document.getAnimations().map(each => each.finished.catch(() => null)))
  const others = axe.getRules(tags).filter(rule => about.length > 0 && !about.some(each => rule.tags.includes(each)))
  const rules = Object.fromEntries(others.map(({ ruleId }) => [ruleId, { enabled: false }]))
  const { violations } = await axe.run(within, { runOnly: tags, rules, resultTypes: ['violations'] })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) => {
    const why = [...any, ...all, ...none].map(check => check.message)
    return `${id}: ${html.slice(0, 200)}\\n    ${why.join('; ').slice(0, 300)}`
  }))
}"""


class Axe:
    """Looks at pages; the script is put into each document once."""

    def __init__(self) -> None:
        self._script = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

    def come_along(self, context: BrowserContext) -> None:
        """Where many pages are looked at: each has the script from its beginning, compiled once for all."""
        context.add_init_script(self._script)

    def faults(self, page: Page, within: str = "html", about: Sequence[str] = ()) -> list[str]:
        """Rule, element and reason of each violation. Empty is right.

        within: CSS selector of the part to look at. about: axe's own groups of rules, such as COLOURS; none: all rules.
        """
        if not page.evaluate("'axe' in window"):
            page.evaluate(self._script)
        return list(page.evaluate(_RUN, [AXE_TAGS, within, list(about)]))
