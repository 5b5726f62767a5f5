"""Reading a picture with Pillow: only ever in a process of its own."""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageOps

from facilitator.pictures.picture import MOST_SIDE, Picture, Unreadable

MOST_PIXELS = 60_000_000  # before anything of it is unpacked
SMALL_SIDE = 800  # as it is shown on a note
MOST_PNG = 1_500_000  # bytes: a larger one without see-through places is a photograph
QUALITY, SMALL_QUALITY = 85, 78
TYPES = {"JPEG": "image/jpeg", "PNG": "image/png"}

_TAKEN = ("JPEG", "PNG", "WEBP")  # told by content, whatever the file is called
_PHONES = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")


def read(sent: bytes) -> Picture:
    """The picture in a file. Raises Unreadable.

    It is painted anew: what a camera or a program wrote beside the pixels (place, time, device, earlier versions,
    anything after the end) stays behind. It stands upright and its colours are those of the web, since what said
    otherwise is gone.
    """
    if sent[4:8] == b"ftyp" and sent[8:12] in _PHONES:
        raise Unreadable("picture.heic")
    try:
        with Image.open(io.BytesIO(sent), formats=_TAKEN) as found:
            if found.width * found.height > MOST_PIXELS:
                raise Unreadable("picture.too_large")
            found.draft("RGB", (MOST_SIDE, MOST_SIDE))
            profile, is_png = found.info.get("icc_profile"), found.format == "PNG"
            found.load()
            picture = _painted(found, profile)
    except Unreadable:
        raise
    except Image.DecompressionBombError:
        raise Unreadable("picture.too_large") from None
    except Image.UnidentifiedImageError:
        raise Unreadable("picture.unknown") from None
    except (OSError, ValueError, SyntaxError):
        raise Unreadable("picture.broken") from None
    picture.thumbnail((MOST_SIDE, MOST_SIDE), Image.Resampling.LANCZOS)
    body, media_type = _kept(picture, is_png=is_png)
    small = picture.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
    return Picture(media_type, picture.width, picture.height, body, _written(small, media_type, SMALL_QUALITY))


def _painted(found: Image.Image, profile: bytes | None) -> Image.Image:
    """Upright, in sRGB, with see-through places only where there are some."""
    upright = ImageOps.exif_transpose(found)
    is_clear = upright.has_transparency_data
    flat = upright.convert("RGBA" if is_clear else "RGB")
    if profile and upright.mode in ("RGB", "RGBA"):
        flat = _in_srgb(flat, profile)
    if is_clear and flat.getchannel("A").getextrema() == (255, 255):
        flat = flat.convert("RGB")
    painted = Image.new(flat.mode, flat.size)
    painted.paste(flat)
    return painted


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode=picture.mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a profile that says nothing changes nothing
    return turned or picture


def _kept(picture: Image.Image, *, is_png: bool) -> tuple[bytes, str]:
    if picture.mode == "RGBA":
        return _written(picture, TYPES["PNG"], QUALITY), TYPES["PNG"]
    if is_png:
        body = _written(picture, TYPES["PNG"], QUALITY)
        if len(body) <= MOST_PNG:
            return body, TYPES["PNG"]
    return _written(picture, TYPES["JPEG"], QUALITY), TYPES["JPEG"]


def _written(picture: Image.Image, media_type: str, quality: int) -> bytes:
    made = io.BytesIO()
    if media_type == TYPES["PNG"]:
        picture.save(made, "PNG", optimize=True)
    else:
        picture.save(made, "JPEG", quality=quality, progressive=True)
    return made.getvalue()
