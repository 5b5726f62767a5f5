"""What a soak sets out to play, and what came of it: a JSON a line as it comes, so that a cut run is told."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Task:
    """One fault by one seed, or one negative control (seed 0)."""

    name: str
    seed: int
    size: str
    is_alone: bool = False  # nothing else is played meanwhile


@dataclass(frozen=True)
class Plan:
    """began_at: a date."""

    began_at: str
    cores: int
    lanes: int
    tasks: list[Task]


@dataclass(frozen=True)
class Played:
    """What came of one fault by one seed. checked: the promises of which there was something to check."""

    fault: str
    seed: int
    size: str
    seconds: float
    events: int
    checked: list[str]
    violations: list[str]


@dataclass(frozen=True)
class Tried:
    """What came of one negative control: complaints on the broken server, and on a sound one."""

    control: str
    seconds: float
    broken: list[str]
    sound: list[str]


@dataclass
class Results:
    """Of a soak, as far as it came. seconds: from its beginning to the last of them."""

    plan: Plan
    played: list[Played] = field(default_factory=list)
    tried: list[Tried] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, one: Played | Tried, seconds: float) -> None:
        """One more; seconds: since the beginning."""
        if isinstance(one, Played):
            self.played.append(one)
        else:
            self.tried.append(one)
        self.seconds = seconds

    @property
    def left(self) -> list[Task]:
        """What was not played yet, in the order of the plan."""
        done = {(each.fault, each.seed) for each in self.played} | {(each.control, 0) for each in self.tried}
        return [task for task in self.plan.tasks if (task.name, task.seed) not in done]

    @property
    def is_well(self) -> bool:
        """All was played, every promise held and every broken part was found out."""
        held = not any(each.violations for each in self.played)
        return not self.left and held and all(each.broken and not each.sound for each in self.tried)


def begin(path: Path, plan: Plan) -> None:
    """A new file, with what is meant to be played."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"plan": asdict(plan)}) + "\n", "utf-8")


def append(path: Path, one: Played | Tried, seconds: float) -> None:
    """One line more, on the disk before the next is played."""
    kind = "played" if isinstance(one, Played) else "tried"
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({kind: asdict(one), "at": round(seconds, 1)}, ensure_ascii=False) + "\n")


def read(path: Path) -> Results:
    """What such a file tells."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    plan = lines[0]["plan"]
    found = Results(Plan(**{**plan, "tasks": [Task(**each) for each in plan["tasks"]]}))
    for line in lines[1:]:
        found.add(Played(**line["played"]) if "played" in line else Tried(**line["tried"]), line["at"])
    return found
