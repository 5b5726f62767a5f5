"""Notes whose themes were chosen by hand, and how well suggestions agree with that.

    python -m tests.suggesting.labelled

Each two notes are a pair: precision is the share of the pairs put together that belong together, recall the share of
the pairs that belong together which were put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from facilitator.suggesting import Text, suggest

SETS = Path(__file__).resolve().parents[1] / "data" / "themes"
ALONE = "-"

Pairs = set[tuple[str, str]]


def read(name: str) -> tuple[list[Text], Pairs]:
    """The notes of `permits.fi`, and the pairs of them that belong together."""
    language = name.rpartition(".")[2]
    lines = (SETS / f"{name}.txt").read_text("utf-8").splitlines()
    told = [line.split(" | ", 1) for line in lines if not line.startswith("#")]
    texts = [Text(f"note:{number:03}", text, language) for number, (_, text) in enumerate(told)]
    by_theme: dict[str, list[str]] = {}
    for text, (theme, _) in zip(texts, told, strict=True):
        if theme != ALONE:
            by_theme.setdefault(theme, []).append(text.id)
    return texts, pairs(by_theme.values())


def pairs(groups: Iterable[Sequence[str]]) -> Pairs:
    """Every two of each group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def measured(name: str) -> tuple[float, float]:
    """Precision and recall."""
    texts, together = read(name)
    suggested = pairs(each.notes for each in suggest(texts))
    right = len(suggested & together)
    return right / len(suggested), right / len(together)


def main() -> None:
    """Each set with its figures, and what was suggested."""
    for path in sorted(SETS.glob("*.txt")):
        texts, _ = read(path.stem)
        said = {text.id: text.text for text in texts}
        precision, recall = measured(path.stem)
        print(f"{path.stem}: {len(texts)} notes, precision {precision:.2f}, recall {recall:.2f}")
        for each in suggest(texts):
            print(f"  {each.title}: {' · '.join(said[note] for note in each.notes)}")


if __name__ == "__main__":
    main()
