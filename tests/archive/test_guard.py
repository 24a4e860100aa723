import ipaddress
import socket

import pytest

from watchdesk.archive.addresses import BadAddress, literal
from watchdesk.archive.guard import AddressInfo, Dial, Guard, Names, Refused, dialling, forbidden

FORBIDDEN = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.0.0.7",
    "172.16.5.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.7",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.7",
    "::ffff:127.0.0.1",
    "::10.0.0.7",
    "fd00::7",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "64:ff9b::a00:7",
    "64:ff9b:1::808:808",
    "2002:a00:7::1",
    "2001:0:4136:e378:8000:63bf:f5ff:fff8",
    "2001:db8::1",
]
PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:4700::1", "64:ff9b::808:808"]


def info(host: str, port: int) -> AddressInfo:
    if ":" in host:
        return (socket.AF_INET6, socket.SOCK_STREAM, 0, "", (host, port, 0, 0))
    return (socket.AF_INET, socket.SOCK_STREAM, 0, "", (host, port))


@pytest.mark.parametrize("host", FORBIDDEN)
def test_a_private_or_reserved_address_gets_no_socket(host: str) -> None:
    with pytest.raises(Refused):
        Guard().socket(info(host, 80))


@pytest.mark.parametrize("host", FORBIDDEN)
def test_a_private_or_reserved_address_is_refused_where_it_is_written(host: str) -> None:
    shown = f"[{host}]" if ":" in host else host
    with pytest.raises(BadAddress, match="was refused"):
        Guard().check(f"http://{shown}:81/a")


@pytest.mark.parametrize("host", PUBLIC)
def test_a_public_address_gets_a_socket(host: str) -> None:
    assert forbidden(ipaddress.ip_address(host)) == ""
    Guard().socket(info(host, 80)).close()


def test_an_opened_address_is_open_for_its_port_only() -> None:
    guard = Guard(frozenset({("127.0.0.1", 8800)}))
    guard.socket(info("127.0.0.1", 8800)).close()
    guard.check("http://127.0.0.1:8800/a")
    with pytest.raises(Refused):
        guard.socket(info("127.0.0.1", 9))
    with pytest.raises(BadAddress):
        guard.check("http://127.0.0.1:9/a")


def test_an_opened_name_does_not_open_its_address_for_other_names() -> None:
    guard = Guard(frozenset({("intern.example", 80)}))
    dialling.set(Dial("intern.example"))
    guard.socket(info("10.0.0.7", 80)).close()
    stranger = Dial("stranger.example")
    dialling.set(stranger)
    with pytest.raises(Refused):
        guard.socket(info("10.0.0.7", 80))
    assert stranger.refused == ["10.0.0.7"]


async def test_names_under_localhost_are_loopback_without_a_resolver() -> None:
    names = Names(Guard(frozenset({("::1", 81)})))
    found = await names.resolve("x.localhost", 80)
    assert [result["host"] for result in found] == ["127.0.0.1"]
    found = await names.resolve("localhost", 81)
    assert [result["host"] for result in found] == ["127.0.0.1", "::1"]
    await names.close()


def test_a_name_is_no_literal_address() -> None:
    assert literal("harbour.example") is None


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "press.example", "a.b.press.example"])
def test_the_only_hosts_and_what_ends_in_them_are_asked(host: str) -> None:
    Guard(only=("localhost", "press.example")).check(f"https://{host}/a")


@pytest.mark.parametrize("host", ["example.org", "notlocalhost", "press.example.org"])
def test_beside_the_only_hosts_none_is_asked(host: str) -> None:
    with pytest.raises(BadAddress, match="not among the only hosts"):
        Guard(only=("localhost", "press.example")).check(f"https://{host}/a")


def test_a_private_address_is_named_as_one_before_all() -> None:
    with pytest.raises(BadAddress, match="private or reserved"):
        Guard(only=("localhost",)).check("http://10.0.0.7/admin")
