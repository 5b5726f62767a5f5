"""QR codes: a link for a camera."""

from __future__ import annotations

import io

import segno


def qr_code(address: str) -> str:
    """An SVG, dark on white in every theme: cameras want it so."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing, kind="svg", scale=4, border=3, light="#fff", xmldecl=False, svgclass=None, lineclass=None
    )
    return drawing.getvalue().decode("utf-8").strip()
