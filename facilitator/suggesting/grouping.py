"""Putting together what is alike: TF-IDF, cosines, and the two closest groups joined until none are close enough."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

CLOSE_ENOUGH = 0.2  # the mean likeness at which two groups still become one
MOST_COMMON = 0.5  # share of the texts beyond which a term tells nothing

Terms = Mapping[str, float]
Pair = tuple[int, int]


def weighted(texts: Sequence[Terms]) -> list[dict[str, float]]:
    """Each text's terms by how much they tell, as a vector of length one; a term that all have tells nothing."""
    spread = Counter(term for terms in texts for term in terms)
    most = max(3, MOST_COMMON * len(texts))
    vectors = []
    for terms in texts:
        vector = {
            term: weight * math.log(1 + len(texts) / spread[term]) * math.log(spread[term])
            for term, weight in terms.items()
            if 1 < spread[term] <= most
        }
        length = math.sqrt(math.fsum(value * value for value in vector.values()))
        vectors.append({term: value / length for term, value in vector.items()} if length else {})
    return vectors


def likeness(vectors: Sequence[Mapping[str, float]]) -> dict[Pair, float]:
    """The cosine of each two texts that share a term, the earlier first."""
    having: dict[str, list[int]] = defaultdict(list)
    found: dict[Pair, float] = defaultdict(float)
    for number, vector in enumerate(vectors):
        for term in sorted(vector):
            for other in having[term]:
                found[other, number] += vectors[other][term] * vector[term]
            having[term].append(number)
    return found


def grouped(count: int, alike: Mapping[Pair, float]) -> list[list[int]]:
    """Groups of two texts or more, each in order: average linkage, the closest first, of equals the earliest."""
    members = {number: [number] for number in range(count)}
    near: dict[int, dict[int, float]] = defaultdict(dict)  # sums of likeness between two groups
    for (one, other), value in alike.items():
        near[one][other] = near[other][one] = value
    heap = [(-value, one, other) for (one, other), value in alike.items() if value >= CLOSE_ENOUGH]
    heapq.heapify(heap)
    following = count
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        members[following] = members.pop(one) + members.pop(other)
        sums: dict[int, float] = defaultdict(float)
        for gone in (one, other):
            for third, value in near.pop(gone).items():
                if third in members:
                    sums[third] += value
                    del near[third][gone]
        for third, value in sorted(sums.items()):
            near[third][following] = near[following][third] = value
            mean = value / (len(members[third]) * len(members[following]))
            if mean >= CLOSE_ENOUGH:
                heapq.heappush(heap, (-round(mean, 9), third, following))
        following += 1
    return sorted(sorted(group) for group in members.values() if len(group) > 1)
