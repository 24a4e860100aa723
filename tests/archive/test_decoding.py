import gzip
import tracemalloc
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.archive.decoding import CodingError, Decoder, TooLarge, decoded

TEXT = ("<p>The ferry sails again on Monday.</p>" * 50).encode()
MIB = 1024 * 1024


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


CODED = {
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "br": brotli.compress(TEXT),
    "zstd": zstandard.compress(TEXT),
    "": TEXT,
    "identity": TEXT,
    "gzip, br": brotli.compress(gzip.compress(TEXT)),
}


def run(raw: bytes, label: str, *, step: int = 7, limit: int = MIB) -> Decoder:
    decoder = Decoder(label, limit=limit)
    for start in range(0, len(raw), step):
        decoder.feed(raw[start : start + step])
    decoder.finish()
    return decoder


@pytest.mark.parametrize("label", CODED)
@pytest.mark.parametrize("step", [1, 7, 1000, MIB])
def test_each_coding_is_undone_in_pieces_of_any_size(label: str, step: int) -> None:
    assert run(CODED[label], label, step=step).body() == TEXT


def test_a_raw_deflate_stream_is_read_like_a_framed_one() -> None:
    assert run(raw_deflate(TEXT), "deflate").body() == TEXT


def test_all_members_of_a_gzip_body_are_read() -> None:
    assert run(gzip.compress(TEXT) + gzip.compress(b"second"), "gzip").body() == TEXT + b"second"


@pytest.mark.parametrize("step", [1, 10, MIB])
def test_what_follows_a_gzip_body_is_ignored(step: int) -> None:
    assert run(gzip.compress(TEXT) + b"rubbish", "gzip", step=step).body() == TEXT


@pytest.mark.parametrize("label", ["gzip", "zstd", "br", "deflate"])
def test_a_plain_body_under_a_coding_s_name_is_taken_as_it_is_and_noted(label: str) -> None:
    decoder = run(TEXT, label)
    assert decoder.plain
    assert decoder.body() == TEXT
    assert decoder.note == f"The answer says {label}, but is plain."


def test_a_wrong_label_gives_way_to_the_first_bytes() -> None:
    decoder = run(gzip.compress(TEXT), "zstd")
    assert decoder.body() == TEXT
    assert decoder.note == "The answer says zstd, but is gzip."


def test_unlabelled_gzip_is_recognised() -> None:
    decoder = run(gzip.compress(TEXT), "")
    assert decoder.body() == TEXT
    assert decoder.note == "The answer says nothing of a coding, but is gzip."


@pytest.mark.parametrize("label", ["gzip", "deflate", "br", "zstd"])
def test_coded_data_that_stops_in_the_middle_is_told(label: str) -> None:
    raw = CODED[label]
    with pytest.raises(CodingError, match="stops in the middle"):
        run(raw[: len(raw) * 2 // 3], label)


@pytest.mark.parametrize("label", ["x-snow", "gzip, gzip, gzip"])
def test_unknown_and_threefold_codings_are_refused(label: str) -> None:
    with pytest.raises(CodingError):
        Decoder(label, limit=MIB)


def test_damage_in_the_middle_is_told() -> None:
    raw = bytearray(gzip.compress(bytes(range(256)) * 400))
    raw[len(raw) // 2] ^= 255
    with pytest.raises(CodingError):
        run(bytes(raw), "gzip", step=MIB)


def _zeros(engine: "zlib._Compress", mebibytes: int) -> bytes:
    block = bytes(MIB)
    return b"".join(engine.compress(block) for _ in range(mebibytes)) + engine.flush()


BOMBS = {
    "gzip": _zeros(zlib.compressobj(wbits=31), 48),
    "deflate": _zeros(zlib.compressobj(), 48),
    "gzip, gzip": gzip.compress(_zeros(zlib.compressobj(wbits=31), 48)),
    "br": brotli.compress(bytes(48 * MIB), quality=1),
    "zstd": zstandard.compress(bytes(48 * MIB)),
}


@pytest.mark.parametrize("label", BOMBS)
def test_a_bomb_is_cut_at_the_limit_and_memory_stays_flat(label: str) -> None:
    limit = 2 * MIB
    decoder = Decoder(label, limit=limit)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            decoder.feed(BOMBS[label])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(decoder.body()) == limit
    assert peak < 16 * MIB


@given(st.binary(max_size=3000), st.sampled_from(["gzip", "deflate", "br", "zstd", ""]))
def test_any_bytes_under_any_label_end_in_a_body_or_a_complaint(raw: bytes, label: str) -> None:
    whole = decoded(raw, label, limit=1000)
    assert len(whole) <= 1000
    assert whole == decoded(raw, label, limit=1000)


@given(st.binary(max_size=3000), st.integers(1, 500))
def test_the_pieces_do_not_matter(data: bytes, step: int) -> None:
    for raw, label in ((gzip.compress(data), "gzip"), (brotli.compress(data), "br")):
        assert run(raw, label, step=step).body() == decoded(raw, label, limit=MIB) == data
