"""How many wrong tries are too many. What succeeds is never counted: a hundred people may share one address."""

from __future__ import annotations

import ipaddress
import logging
import time
from collections.abc import Sequence

from flask import current_app
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from facilitator.errors import TooMany

logger = logging.getLogger(__name__)

Budget = tuple[RateLimitItem, str]  # how many, and of whom

JOIN_ADDRESS = RateLimitItemPerMinute(10, namespace="join-address")
JOIN_PREFIX = RateLimitItemPerMinute(60, namespace="join-prefix")
JOIN_ALL = RateLimitItemPerMinute(600, namespace="join-all")
DEVICE_ADDRESS = RateLimitItemPerMinute(20, namespace="device-address")
DEVICE_ALL = RateLimitItemPerMinute(300, namespace="device-all")
SIGN_IN_ACCOUNT = RateLimitItemPerHour(20, namespace="sign-in-account")
SIGN_IN_ADDRESS = RateLimitItemPerMinute(10, namespace="sign-in-address")


def network(address: str | None) -> str:
    """Whom an address stands for: itself, or the /64 of an IPv6 address, which one person has whole."""
    try:
        ip = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def count(*budgets: Budget) -> None:
    """One more failure. Raises TooMany, with `retry_after` seconds, when a budget is used up."""
    logger.info("a wrong try", extra={"of": [item.namespace for item, _ in budgets]})
    if current_app.config["SETTINGS"].limits == "off":
        return
    limiter = _limiter()
    spent = [budget for budget in budgets if not limiter.hit(*budget)]
    if spent:
        raise TooMany(retry_after=_seconds(spent))


def check(*budgets: Budget) -> None:
    """Refuse to try at all once a budget is used up, where even a right answer may not be found by trying."""
    if current_app.config["SETTINGS"].limits == "off":
        return
    spent = [budget for budget in budgets if not _limiter().test(*budget)]
    if spent:
        raise TooMany(retry_after=_seconds(spent))


def _seconds(spent: Sequence[Budget]) -> int:
    ends = max(_limiter().get_window_stats(*budget).reset_time for budget in spent)
    return max(1, round(ends - time.time()))


def _limiter() -> FixedWindowRateLimiter:
    """This process's own counters: nothing about people crosses to other processes."""
    kept = current_app.extensions
    if "facilitator.failures" not in kept:
        kept["facilitator.failures"] = FixedWindowRateLimiter(MemoryStorage())
    found: FixedWindowRateLimiter = kept["facilitator.failures"]
    return found
