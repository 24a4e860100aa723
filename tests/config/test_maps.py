from pathlib import Path

import pytest

from watchdesk.config import create, load
from watchdesk.model import ConfigError

LINE = '{"type": "LineString", "coordinates": [[44, 39], [48, 41]]}'


def desk(folder: Path, maps: str, layer: str = LINE) -> Path:
    create(folder, title="A desk", language="en", allow=())
    with (folder / "desk.toml").open("a", encoding="utf-8") as opened:
        opened.write(f"\n[maps]\n{maps}\n")
    (folder / "lines.geojson").write_text(layer, encoding="utf-8")
    return folder


def test_a_desk_may_leave_borders_out_and_lay_its_own_lines(tmp_path: Path) -> None:
    told = 'land = "land"\nlayer = "lines.geojson"\nlayer_by = "drawn by us"'
    config = load(desk(tmp_path, told))
    assert (config.maps.land, config.maps.layer_by) == ("land", "drawn by us")
    assert config.map_layer["type"] == "LineString"


@pytest.mark.parametrize(
    ("maps", "layer", "complaint"),
    [
        ('layer = "none.geojson"', LINE, "there is no 'none.geojson'"),
        ('layer = "../lines.geojson"', LINE, "there is no"),
        ('layer = "lines.geojson"', "{", "lines.geojson"),
        ('layer = "lines.geojson"', '{"type": "Topology"}', "not GeoJSON"),
        ('layer = "lines.geojson"', "[" * 100_000, "lines.geojson"),
        ('land = "ours"', LINE, "land"),
    ],
)
def test_what_is_wrong_with_a_map_is_said(
    tmp_path: Path, maps: str, layer: str, complaint: str
) -> None:
    with pytest.raises(ConfigError, match=complaint):
        load(desk(tmp_path, maps, layer))
