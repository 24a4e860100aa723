"""Each hostile host of a local web: what a good gatherer does, and what was seen.

    python benchmarks/faults.py FOLDER_OF_THE_WEB [HOST ...]

The chain over the hostile hosts alone: gather and extract, an hour later again (what the articles
lead to, and every list a second time), then two days later, when pages have changed or gone. With
names of hosts only these are watched. What must be seen of each stands in `faults_table`; the exit
status is 1 if anything differs.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from faults_run import Run, control, printed_faults, run_all, sources_of
from faults_seen import STEPS, Seen, look
from faults_table import CHECKS, LATER
from webserver import Web, a_desk, folder_from_arguments, serving

MOST_MB = 300
OVERHEAD_SECONDS = 30.0
"""What a gather may take beyond its slowest host: starting, writing, and two shared cores."""

FORBIDDEN = ("/canary", "/latest/meta-data")


def verdict_of(seen: Seen) -> str:
    """Whether a host fared as expected; what is not built yet is `later`."""
    check = CHECKS.get(seen.host)
    try:
        good = check is not None and check(seen)
    except (IndexError, TypeError):  # nothing came of which the check could speak
        good = False
    if not good:
        return "differs"
    return "later" if seen.host in LATER else "as expected"


def print_host(seen: Seen, expected: str, verdict: str) -> None:
    """Everything about one host."""
    print(f"\n{seen.host}: {verdict}\n    expected  {expected}")
    if verdict == "later":
        print(f"    later     {LATER[seen.host]}")
    for step in STEPS:
        asked = [str(one) for one in seen.asked if one.step == step]
        more = f" … {len(asked)} in all" if len(asked) > 8 else ""
        done = ", ".join(sorted(seen.outcomes(step))) or "nothing"
        codes = ", ".join(sorted(seen.codes(step))) or "none"
        print(f"    {step:<9} {', '.join(asked[:8]) or 'nothing asked'}{more}")
        print(f"              done: {done}; problems: {codes}; shown as {seen.states.get(step)}")
    for message in list(dict.fromkeys(one.message for one in seen.troubles))[:3]:
        print(f"    problem   {message[:160]}")
    if seen.entries:
        titles = " | ".join(one.title[:40] for one in seen.entries[:3])
        print(f"    entries   {len(seen.entries)}: {titles}")
    for one in seen.articles[:3]:
        print(f"    article   {one.title[:60]!r} ({len(one.text)} characters): {one.text[:60]!r}")


def rules_for_all(run: Run, web: Web, hosts: list[str]) -> list[str]:
    """What was broken of the rules that hold for every host."""
    rows = [row for _, row in run.log if row["host"] != "_control"]
    agents = Counter(str(dict(row["headers"]).get("User-Agent")) for row in rows)  # type: ignore[call-overload]
    bad = [f"{row['host']}{row['path']}" for row in rows if str(row["path"]).startswith(FORBIDDEN)]
    bad += [str(row["host"]) for row in rows if row["host"] not in hosts]
    stats = control(web, "stats")["hosts"]
    crowded = [host for host, row in stats.items() if row["max_in_flight"] > 1 and host in hosts]
    print(f"\nuser agents: {dict(agents)}\nforbidden requests: {bad or 'none'}")
    print(f"two requests at once: {crowded or 'none'}")
    broken = [f"forbidden requests: {bad}"] if bad else []
    if len(agents) != 1 or not next(iter(agents)).startswith("watchdesk/"):
        broken.append(f"user agents: {dict(agents)}")
    return broken + ([f"two requests at once: {crowded}"] if crowded else [])


def print_steps(run: Run) -> list[str]:
    """Time and memory of each command, and what was broken."""
    broken = []
    print()
    for step, command, ran in run.ran:
        slowest, host = slowest_host(run, step) if command == "gather" else (0.0, "")
        limits = f", of it {slowest:.0f} s the slowest host ({host})" if host else ""
        print(
            f"{step} {command}: status {ran.status}, {ran.wall:.0f} s{limits}, "
            f"{ran.own_mb:.0f} MB, children {ran.children_mb:.0f} MB"
        )
        if ran.status or "Traceback" in ran.err:
            broken.append(f"{step} {command} ended with {ran.status}: {ran.err[-500:]}")
        if command == "gather" and ran.own_mb > MOST_MB:
            broken.append(f"{step} gather took {ran.own_mb:.0f} MB")
        if command == "gather" and ran.wall > slowest + OVERHEAD_SECONDS:
            broken.append(f"{step} gather took {ran.wall - slowest:.0f} s beyond its slowest host")
    if run.checked is not None:
        print(f"archive verify: {run.checked.out.strip()}")
        broken += ["the archive does not verify"] if run.checked.status else []
    return broken


def slowest_host(run: Run, step: str) -> tuple[float, str]:
    """How long the requests to one host took at most, distances between them included."""
    spans: dict[str, list[float]] = {}
    for at, row in run.log:
        if at == step and row["host"] != "_control":
            began, took = float(str(row["time"])), float(str(row["took"] or 0))
            spans.setdefault(str(row["host"]), []).extend((began, began + took))
    return max(((max(span) - min(span), host) for host, span in spans.items()), default=(0.0, ""))


def main() -> None:
    """Run, compare, print."""
    folder = folder_from_arguments()
    faults = printed_faults(folder)
    hosts = sys.argv[2:] or [fault.host for fault in faults]
    with (
        tempfile.TemporaryDirectory() as room,
        serving(folder, Path(room) / "web", "--faults", "--control") as web,
    ):
        desk = a_desk(Path(room) / "desk", web)
        (desk / "sources.toml").write_text("\n".join(sources_of(web, hosts)))
        run = run_all(desk, web)
        seen = look(desk, hosts, run.log, run.events)
        verdicts: Counter[str] = Counter()
        group = ""
        for fault in (fault for fault in faults if fault.host in hosts):
            if fault.group != group:
                group = fault.group
                print(f"\n══ {group} ══")
            verdict = verdict_of(seen[fault.host])
            verdicts[verdict] += 1
            print_host(seen[fault.host], fault.expected, verdict)
        broken = print_steps(run) + rules_for_all(run, web, hosts)
    print("\n" + ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    print("\n".join(f"BROKEN: {one}" for one in broken))
    print("differs: " + (", ".join(h for h in hosts if verdict_of(seen[h]) == "differs") or "none"))
    sys.exit(1 if broken or verdicts["differs"] else 0)


if __name__ == "__main__":
    main()
