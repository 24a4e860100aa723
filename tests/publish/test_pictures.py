import io
from dataclasses import replace

from PIL import Image
from tests.publish.standard import PHOTO, a_photograph, a_publication

from watchdesk.publish.pictures import pictures, rendered


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def test_a_large_picture_comes_in_two_widths() -> None:
    made = rendered(a_photograph(), name="sha256:abc")
    assert made is not None
    assert [(each.path, each.width, each.height) for each in made.renditions] == [
        ("photos/abc-640.jpg", 640, 427),
        ("photos/abc.jpg", 1280, 853),
    ]


def test_a_small_picture_is_not_made_larger() -> None:
    made = rendered(a_photograph(300, 200), name="abc")
    assert made is not None
    assert [(each.width, each.height) for each in made.renditions] == [(300, 200)]


def test_a_rendition_measures_what_it_says() -> None:
    made = rendered(a_photograph(), name="abc")
    assert made is not None
    for each in made.renditions:
        assert Image.open(io.BytesIO(each.body)).size == (each.width, each.height)


def test_the_place_and_device_of_the_photograph_do_not_survive() -> None:
    picture = Image.new("RGB", (64, 64))
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    made = rendered(encoded(picture, "JPEG", exif=exif), name="abc")
    assert made is not None
    assert b"Secret Camera" not in made.widest.body
    assert not Image.open(io.BytesIO(made.widest.body)).getexif()


def test_a_picture_on_its_side_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = rendered(encoded(Image.new("RGB", (80, 40)), "JPEG", exif=exif), name="abc")
    assert made is not None
    assert (made.widest.width, made.widest.height) == (40, 80)


def test_what_is_transparent_lies_on_paper() -> None:
    made = rendered(encoded(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG"), name="abc")
    assert made is not None
    pixel = Image.open(io.BytesIO(made.widest.body)).getpixel((10, 10))
    assert isinstance(pixel, tuple)
    assert min(pixel) > 235


def test_a_palette_and_a_grey_picture_can_be_shown() -> None:
    for mode in ("P", "L", "1", "CMYK"):
        kind = "TIFF" if mode == "CMYK" else "PNG"
        assert rendered(encoded(Image.new(mode, (20, 20)), kind), name="abc") is not None


def test_bytes_that_are_no_picture_become_nothing() -> None:
    whole = a_photograph()
    assert rendered(b"<html>", name="abc") is None
    assert rendered(whole[: len(whole) // 2], name="abc") is None
    assert rendered(b"", name="abc") is None


def test_a_picture_beyond_the_limit_is_not_decoded() -> None:
    assert rendered(encoded(Image.new("1", (9000, 6000)), "PNG"), name="abc") is None


def test_a_name_that_is_no_name_becomes_one() -> None:
    made = rendered(a_photograph(20, 20), name="sha256:../../x")
    assert made is not None
    assert ".." not in made.widest.path


def test_only_pictures_of_the_issue_are_made() -> None:
    assert list(pictures(a_publication())) == [PHOTO.digest]


def test_an_unreadable_picture_of_the_issue_is_left_out() -> None:
    assert pictures(replace(a_publication(), pictures={PHOTO.digest: b"gone"})) == {}
