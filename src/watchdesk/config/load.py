"""Reads a desk's files into a `Config`, or gathers every complaint about them."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watchdesk.config.complaints import checked, doubles, hint
from watchdesk.config.embed import odd_embed
from watchdesk.config.lists import odd_lists
from watchdesk.config.maps import read_layer
from watchdesk.config.shape import Config, DeskTable
from watchdesk.config.subjects import read_subjects
from watchdesk.config.theme import THEME, read_theme
from watchdesk.config.watched import SOURCES, is_web_address, read_sources
from watchdesk.config.words import read_words
from watchdesk.issue import is_rhythm
from watchdesk.model import ConfigError, Source
from watchdesk.registers import REGISTERS
from watchdesk.text.mail_addresses import mail_address

DESK = "desk.toml"


def load(folder: Path) -> Config:
    """The desk's configuration; `ConfigError` holds all complaints about its files."""
    complaints: list[str] = []
    desk = _desk(_read(folder / DESK, complaints), complaints)
    sources = read_sources(_read(folder / SOURCES, complaints), complaints)
    words = {one.name: read_words(folder, one.name, complaints) for one in REGISTERS}
    subjects = read_subjects(folder, complaints)
    theme = read_theme(folder, _read(folder / THEME, complaints), complaints)
    layer = read_layer(folder, desk.maps, complaints) if desk else {}
    allowed = list(_allowed(desk.allow_addresses if desk else (), complaints))
    if desk is not None:
        complaints += _odd(desk)
        complaints += _unknown_sources(desk, sources, settled=not complaints)
    if complaints or desk is None:
        raise ConfigError(tuple(complaints))
    return Config(
        folder=folder,
        title=desk.title,
        language=desk.language,
        timezone=desk.timezone,
        contact=desk.contact,
        goes_out=desk.goes_out,
        site_url=desk.site_url,
        allowed_addresses=frozenset(allowed),
        editors=desk.editors,
        limits=desk.limits,
        house=desk.house,
        proof=desk.proof,
        sections=tuple(section.rule() for section in desk.sections),
        sources=sources,
        words=words,
        watch=desk.watch,
        mail=desk.mail,
        dkim=desk.dkim,
        bounces=desk.bounces,
        public=desk.public,
        alarms=desk.alarms,
        maps=desk.maps,
        map_layer=layer,
        publish=desk.publish,
        hand_over=desk.hand_over,
        embed=desk.embed,
        theme=theme,
        subjects=subjects,
    )


def _read(path: Path, complaints: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if path.name == DESK:
            complaints.append(f"{path} is missing; 'watchdesk init DIR' makes a desk")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        complaints.append(f"{path.name}: line {line} is not UTF-8")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        complaints.append(f"{path.name}: {error}")
    except OSError as error:
        complaints.append(f"{path} cannot be read: {error.strerror}")
    return {}


def _desk(data: dict[str, Any], complaints: list[str]) -> DeskTable | None:
    return checked(DeskTable, data, DESK, complaints)


def _allowed(addresses: Iterable[str], complaints: list[str]) -> Iterator[tuple[str, int]]:
    for address in addresses:
        host, _, port = address.rpartition(":")
        if host and port.isascii() and port.isdigit() and 0 < int(port) < 65536:
            yield host.strip("[]"), int(port)
        else:
            complaints.append(f"{DESK}: allow_addresses: '{address}' is not HOST:PORT")


def _odd(desk: DeskTable) -> Iterator[str]:
    """What has the right type and still cannot be meant."""
    yield from doubles(f"{DESK}: section", (section.key for section in desk.sections))
    yield from doubles(f"{DESK}: editor", (editor.name for editor in desk.editors))
    for number, editor in enumerate(desk.editors, 1):
        if not editor.name.strip():
            yield f"{DESK}: editors[{number}]: name: whoever decides needs a name"
    yield from odd_embed(desk.embed)
    if desk.timezone != "UTC" and not _is_zone(desk.timezone):
        yield f"{DESK}: timezone: '{desk.timezone}' is no zone like 'Europe/Paris'"
    if desk.goes_out and not is_rhythm(desk.goes_out):
        yield f"{DESK}: goes_out: '{desk.goes_out}' is no weekday and time like 'Friday 09:00'"
    if desk.site_url and not is_web_address(desk.site_url):
        yield f"{DESK}: site_url: '{desk.site_url}' is no web address"
    yield from _odd_mail(desk)
    yield from odd_lists(desk.hand_over)
    yield from _too_small(desk.hand_over.json, "hand_over: json")
    yield from _too_small(desk.hand_over.listmonk, "hand_over: listmonk")
    for table in ("limits", "house", "mail", "bounces", "public", "publish", "embed"):
        yield from _too_small(getattr(desk, table), table)


def _odd_mail(desk: DeskTable) -> Iterator[str]:
    if desk.public.url and not is_web_address(desk.public.url):
        yield f"{DESK}: public: url: '{desk.public.url}' is no web address"
    for name in ("sender", "reply_to", "bounces_to"):
        address = getattr(desk.mail, name)
        if address and mail_address(address) is None:
            yield f"{DESK}: mail: {name}: '{address}' is no mail address"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _too_small(values: Any, table: str) -> Iterator[str]:
    for field in fields(values):
        value, least = getattr(values, field.name), field.metadata.get("least")
        if least is not None and value < least:
            yield f"{DESK}: {table}: {field.name}: must be {least} or more"


def _unknown_sources(
    desk: DeskTable, sources: tuple[Source, ...], *, settled: bool
) -> Iterator[str]:
    """Sections that name a source nobody watches; silent while the sources are in doubt."""
    known = [source.id for source in sources]
    for number, section in enumerate(desk.sections, 1):
        for name in section.sources if settled else ():
            if name not in known:
                told = hint(name, known) if known else ""
                yield f"{DESK}: sections[{number}]: sources: no source '{name}'{told}"
