import json
import subprocess
import sys


def answers(*rows: object) -> list[dict[str, object]]:
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    done = subprocess.run(
        [sys.executable, "-m", "watchdesk", "tool", "statements"],
        input=lines.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_is_answered_in_its_order() -> None:
    text = "“Closed,” said Mara Ilves. Over 12 roads are shut.\x00"
    good, broken, short = answers({"id": 7, "text": text, "language": "en"}, "{", {"id": 8})
    assert good["id"] == 7
    assert good["statements"] == [
        {
            "kind": "direct",
            "content": [[1, 8]],
            "cue": [10, 14],
            "source": [15, 25],
            "speaker": "Mara Ilves",
            "role": None,
            "organisation": None,
            "party": None,
            "place": None,
            "speaker_spans": {"name": [15, 25]},
            "via": None,
            "said_on": None,
            "said_on_span": None,
            "medium": None,
            "medium_span": None,
        }
    ]
    assert good["figures"] == [
        {
            "span": [32, 34],
            "value": 12.0,
            "low": 12.0,
            "high": None,
            "bound": "over",
            "unit": None,
            "counts": "roads",
        }
    ]
    assert good["measures"] == []
    assert broken["problem"] == {"code": "bad-json", "message": "line 2 is not a JSON object"}
    assert short["id"] == 8
    assert "problem" in short
