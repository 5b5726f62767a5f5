"""The style sheet of a report: the same for every report, so that a page can name it by its digest and allow no other.

Paper gets page numbers. Where the material is invented every sheet says so, in the report's language; what people wrote
is never in a style sheet.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from facilitator.artefacts.formats.words import say
from facilitator.artefacts.words import LANGUAGES

_NUMBER = '@bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #4c5962; }'
_UPRIGHT = "size: A4; margin: 16mm 15mm 18mm;"
_ACROSS = "size: A4 landscape; margin: 14mm 15mm 16mm;"


def _sheets() -> str:
    """One kind of sheet upright and one across; for invented material, one more of each in each language."""
    rules = [f"@page {{ {_UPRIGHT} {_NUMBER} }}", f"@page across {{ {_ACROSS} {_NUMBER} }}"]
    rules.append("@media print { .across { page: across; } }")
    for language in LANGUAGES:
        mark = f'@bottom-left {{ content: "{say("example_all_invented", language)}"; font: bold 9pt sans-serif; }}'
        rules += [
            f"@page example-{language} {{ {_UPRIGHT} {_NUMBER} {mark} }}",
            f"@page example-across-{language} {{ {_ACROSS} {_NUMBER} {mark} }}",
            f"@media print {{ .example-{language} {{ page: example-{language}; }}"
            f" .example-{language} .across {{ page: example-across-{language}; }} }}",
        ]
    return "\n".join(rules)


_PARTS = ("style.css", "maps.css", "phone.css", "paper.css")
STYLE = "\n".join([*(Path(__file__).with_name(part).read_text("utf-8") for part in _PARTS), _sheets(), ""])
DIGEST = "sha256-" + base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; img-src data:; style-src '{DIGEST}'; base-uri 'none'; form-action 'none'"
