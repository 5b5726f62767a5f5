"""How long events wait for the frame that shows what came of them."""

from __future__ import annotations

from playwright.sync_api import Page

# From an event to the task after the frame that shows what came of it, and the tasks that took longer than 50 ms.
WATCH = """type => {
  const seen = { waits: [], tasks: [] };
  window.seen = seen;
  window.watch?.disconnect();
  window.watch = new PerformanceObserver(list => list.getEntries().forEach(each => seen.tasks.push(each.duration)));
  window.watch.observe({ type: 'longtask' });
  removeEventListener(window.watched, window.noted, true);
  window.watched = type;
  window.noted = event => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => seen.waits.push(performance.now() - event.timeStamp);
    after.port2.postMessage(null);
  });
  addEventListener(type, window.noted, { capture: true, passive: true });
}"""

UNTIL_TOLD_MS = 300


def watch(page: Page, event: str) -> None:
    """From now on, until another one is watched."""
    page.evaluate(WATCH, event)


def seen(page: Page) -> tuple[list[float], list[float]]:
    """How long each waited, the shortest first; and the tasks longer than 50 ms meanwhile."""
    page.wait_for_timeout(UNTIL_TOLD_MS)
    told = page.evaluate("seen")
    return sorted(told["waits"]), told["tasks"]
