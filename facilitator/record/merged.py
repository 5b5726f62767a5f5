"""Which entity another one has become: a merge keeps both ids, and either finds the same thing."""

from __future__ import annotations

from collections.abc import Mapping


class Merged:
    """merged_into: by entity, the one that it was merged into, or None."""

    def __init__(self, merged_into: Mapping[str, str | None]) -> None:
        self._into = merged_into

    def root(self, entity_id: str) -> str:
        """The entity as which it is known now. However merges were taken back meanwhile, it ends."""
        seen = {entity_id}
        while (further := self._into.get(entity_id)) is not None and further not in seen:
            entity_id = further
            seen.add(entity_id)
        return entity_id

    def is_root(self, entity_id: str) -> bool:
        """Whether it is known as itself."""
        return self.root(entity_id) == entity_id
