"""Forms whose texts may have languages: the main one's fields in sight, the others' behind a summary."""

from __future__ import annotations

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import Field

from facilitator.config import LANGUAGES
from facilitator.models.translated import Translated
from facilitator.pages.fields import Form, ListField
from facilitator.pages.language import OWN_NAMES
from facilitator.pages.terms import options


class TranslatedForm(Form):
    """`title` is the main language's; `title_sv` and such are there for the others."""

    TRANSLATED: ClassVar[tuple[str, ...]] = ("title",)
    main: str

    def speak(self, main: str) -> None:
        """Say which language is the main one, before anything is shown or read."""
        self.main = main
        for name in self.TRANSLATED:
            del self[f"{name}_{main}"]

    def fill_words(self, row: Translated) -> None:
        """Show what is written now."""
        for name in self.TRANSLATED:
            words = row.words(name)
            self[name].data = words.get(self.main, "")
            for language in self._others():
                self[f"{name}_{language}"].data = words.get(language, "")

    def words(self, name: str) -> dict[str, str]:
        """What was typed, by language."""
        own = {self.main: self[name].data or ""}
        return own | {each: self[f"{name}_{each}"].data or "" for each in self._others()}

    def values(self) -> dict[str, Any]:
        """What was typed, each text with all its languages."""
        of_others = {f"{name}_{each}" for name in self.TRANSLATED for each in LANGUAGES}
        typed = {name: value for name, value in super().values().items() if name not in of_others}
        return typed | {name: self.words(name) for name in self.TRANSLATED}

    @property
    def translations(self) -> list[Field]:
        """The fields of the other languages, language by language."""
        return [self[f"{name}_{each}"] for each in self._others() for name in self.TRANSLATED]

    @property
    def main_name(self) -> str:
        """The main language, in itself."""
        return OWN_NAMES[self.main]

    def _others(self) -> list[str]:
        return [each for each in LANGUAGES if each != self.main]


class MainLanguageForm(TranslatedForm):
    """The same where the main language can be changed too."""

    language = ListField(_l("Main language of the workshop"), choices=options(OWN_NAMES))

    def speak(self, main: str) -> None:
        super().speak(main)
        if not self.language.data or not self.is_submitted():
            self.language.data = main

    def values(self) -> dict[str, Any]:
        """Texts that lack the language which is now the main one were written in it all along."""
        typed = super().values()
        chosen = typed["language"]
        if chosen != self.main and chosen in LANGUAGES:
            for name in self.TRANSLATED:
                if not typed[name][chosen]:
                    typed[name][chosen] = typed[name].pop(self.main)
        return typed
