"""The loop on which lines and clients run, in a thread of its own; the drill and a browser's driver stay outside."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
AGAIN_SECONDS = 0.2


class Loop:
    """Runs coroutines until it is closed."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T], seconds: float = 60) -> T:
        """Wait for it; TimeoutError when it takes too long."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)

    def start(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Let it run; what is returned can be cancelled, or waited for."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def soon(self, call: Any, *args: Any) -> None:
        """Call something there and do not wait."""
        self._loop.call_soon_threadsafe(call, *args)

    def close(self) -> None:
        """End what still runs, then the thread."""
        self.run(_end_all())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


async def end(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel them until they have ended: up to Python 3.11, `wait_for` may swallow a cancellation."""
    running = {task for task in tasks if not task.done()}
    while running:
        for task in running:
            task.cancel()
        _, running = await asyncio.wait(running, timeout=AGAIN_SECONDS)


async def _end_all() -> None:
    await end(task for task in asyncio.all_tasks() if task is not asyncio.current_task())
    await asyncio.sleep(0)
