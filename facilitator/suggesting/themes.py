"""Themes that texts may belong to, each with a name made of the words that its texts share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.suggesting.grouping import grouped, likeness, weighted
from facilitator.suggesting.terms import language_of, telling, terms_of, words_of

MOST_TEXTS = 1_000  # that are compared with each other
MOST_THEMES, MOST_NOTES = 20, 60
MOST_POINTS = 600  # of each text
NAMED_BY = 2  # words


@dataclass(frozen=True, slots=True)
class Text:
    """What a note says. lang: the language that it is said to be in."""

    id: str
    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """A theme that these notes may belong to."""

    title: str
    notes: tuple[str, ...]


def suggest(texts: Sequence[Text]) -> list[Suggested]:
    """Themes among these texts, the largest first; most texts may be in none. The same texts give the same themes."""
    texts = texts[:MOST_TEXTS]
    told = [_told(each) for each in texts]
    known = Counter(stem for words in told for stem in {stem for _, stem in words})
    about: list[dict[str, float]] = []
    for words in told:
        terms: dict[str, float] = {}
        for _, stem in words:
            for term, weight in terms_of(stem, known).items():
                terms[term] = max(terms.get(term, 0.0), weight)
        about.append(terms)
    vectors = weighted(about)
    groups = sorted(grouped(len(texts), likeness(vectors)), key=lambda group: (-len(group), group))
    return [
        Suggested(_name(group, told, vectors), tuple(texts[number].id for number in group[:MOST_NOTES]))
        for group in groups[:MOST_THEMES]
    ]


def _told(text: Text) -> list[tuple[str, str]]:
    words = words_of(text.text[:MOST_POINTS])
    return telling(words, language_of(words, text.lang))


def _name(
    group: Sequence[int], told: Sequence[Sequence[tuple[str, str]]], vectors: Sequence[Mapping[str, float]]
) -> str:
    """The one or two words that most of them share, as somebody wrote them."""
    sharing: Counter[str] = Counter()
    telling_most: defaultdict[str, float] = defaultdict(float)
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number in group:
        for stem in dict.fromkeys(stem for _, stem in told[number]):
            sharing[stem] += 1
            telling_most[stem] += vectors[number].get(stem, 0.0)
        for word, stem in told[number]:
            written[stem][word] += 1
    best = sorted(written, key=lambda stem: (-sharing[stem], -round(telling_most[stem], 9), stem))
    chosen = [stem for number, stem in enumerate(best[:NAMED_BY]) if number == 0 or 2 * sharing[stem] > len(group)]
    name = ", ".join(_commonest(written[stem]) for stem in chosen)
    return name[:1].upper() + name[1:]


def _commonest(forms: Mapping[str, int]) -> str:
    """The form that was written most often; of equals the shortest."""
    return min(forms, key=lambda word: (-forms[word], len(word), word))
