"""What a check has looked at, and what it found wrong: ids, numbers and codes, never what people wrote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be. where: which document, which number."""

    code: str
    where: dict[str, Any]


@dataclass(slots=True)
class Check:
    """One kind of thing. counted: how many of what were looked at."""

    kind: str
    counted: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, code: str, **where: Any) -> None:
        """Note a fault."""
        self.faults.append(Fault(code, where))


def as_lines(checks: Iterable[Check]) -> str:
    """One line for each kind, and one below it for each fault."""
    lines = []
    for check in checks:
        counted = ", ".join(f"{number} {what}" for what, number in check.counted.items())
        lines.append(f"{'WRONG' if check.faults else 'ok':<6} {check.kind:<9} {counted}".rstrip())
        for fault in check.faults:
            where = " ".join(f"{name}={value}" for name, value in fault.where.items())
            lines.append(f"       {fault.code} {where}".rstrip())
    return "\n".join(lines)


def as_plain(checks: Iterable[Check]) -> dict[str, Any]:
    """The same for programs."""
    told = [
        {
            "kind": check.kind,
            "counted": check.counted,
            "faults": [{"code": fault.code, **fault.where} for fault in check.faults],
        }
        for check in checks
    ]
    return {"ok": not any(each["faults"] for each in told), "checks": told}
