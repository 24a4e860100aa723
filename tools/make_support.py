"""Writes which mail program shows what, out of the tests that caniemail.com publishes.

Comes in: the archive that `npm pack caniemail@2.0.2` makes. Goes out:
`src/watchdesk/publish/lint/support.json`, where each feature has one letter for each mail program
(y works, a works in part, n does not, u unknown, - not tested) and the day of its test, and
`CANIEMAIL-LICENSE.txt` beside it. Run it when a new archive is out:

    npm pack caniemail@2.0.2 && python tools/make_support.py caniemail-2.0.2.tgz
"""

import json
import re
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src/watchdesk/publish/lint"
_DATE = re.compile(r"20\d\d(-\d\d)?$")
_ORIGIN = (
    "support.json is made from the tests of https://www.caniemail.com (MIT, Rémi Parmentier and\n"
    "contributors) as packed in the npm package caniemail {version}, whose licence follows.\n\n"
)


def newest(results: Mapping[str, str]) -> str:
    """The letter of the newest version tested.

    Versions and dates do not compare: where a program has both, the one written last is newer.
    """
    versions = list(results)
    if len({bool(_DATE.match(version)) for version in versions}) == 1:
        versions.sort(key=lambda version: [int(part) for part in re.findall(r"\d+", version)])
    return results[versions[-1]][0] if versions else "-"


def support(data: Mapping[str, Any], *, version: str) -> dict[str, Any]:
    """The whole file."""
    features = data["data"]
    names = data["nicenames"]
    pairs = sorted({(f, p) for one in features for f, of in one["stats"].items() for p in of})
    return {
        "source": f"caniemail {version}",
        "snapshot": data["last_update_date"][:10],
        "clients": {
            f"{family} {platform}": f"{names['family'][family]} {names['platform'][platform]}"
            for family, platform in pairs
        },
        "features": {
            one["slug"]: {
                "title": one["title"].strip(),
                "tested": "-".join(part.zfill(2) for part in one["last_test_date"].split("-")),
                "support": "".join(newest(one["stats"].get(f, {}).get(p, {})) for f, p in pairs),
            }
            for one in features
        },
    }


def main(archive: str) -> None:
    """Read the archive, write both files."""
    with tarfile.open(archive) as packed:
        read = {
            name: packed.extractfile(f"package/{name}").read().decode()  # type: ignore[union-attr]
            for name in ("data/caniemail.json", "package.json", "LICENSE")
        }
    version = json.loads(read["package.json"])["version"]
    made = support(json.loads(read["data/caniemail.json"]), version=version)
    features = ",\n".join(
        f"{json.dumps(slug)}:{json.dumps(feature, ensure_ascii=False)}"
        for slug, feature in made.pop("features").items()
    )
    head = json.dumps(made, ensure_ascii=False)[:-1]
    (TARGET / "support.json").write_text(f'{head},\n"features":{{\n{features}\n}}}}\n', "utf-8")
    licence = _ORIGIN.format(version=version) + read["LICENSE"]
    (TARGET / "CANIEMAIL-LICENSE.txt").write_text(licence, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
