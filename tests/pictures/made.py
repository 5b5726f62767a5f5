"""Pictures for tests, made here: none is anybody's."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

SECRET = b"KANARIALINTU"


def picture(form: str = "JPEG", size: tuple[int, int] = (120, 80), mode: str = "RGB", **saved: Any) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    made = Image.new(mode, size, (200, 30, 30, 255)[: len(mode)])
    made.paste((30, 30, 200, 255)[: len(mode)], (size[0] // 2, 0, size[0], size[1]))
    written = io.BytesIO()
    made.save(written, form, **saved)
    return written.getvalue()


def with_secrets(form: str = "JPEG") -> bytes:
    """One that says where it was taken and by whom, in every way that its format knows, and turned by a quarter."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it to the right to see it upright
    exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (60.0, 10.0, 0.0)
    about: dict[str, Any] = {"exif": exif.tobytes()}
    if form == "JPEG":
        about |= {"comment": SECRET, "xmp": SECRET}
    if form == "PNG":
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_text("Author", SECRET.decode())
        info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
        about["pnginfo"] = info
    if form == "WEBP":
        about["xmp"] = SECRET
    return picture(form, **about) + SECRET  # and after its end


def opened(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body))
