"""The collection of texts for translators holds every text of pages and conversations."""

import subprocess
import sys
from pathlib import Path

WURZEL = Path(__file__).parents[2]


def test_the_collected_texts_are_current(tmp_path: Path) -> None:
    neu = tmp_path / "lotse.pot"
    befehl = ["-q", "extract", "-F", "api/babel.cfg", "-o", str(neu), "--omit-header", "--no-location", "."]
    subprocess.run([Path(sys.executable).parent / "pybabel", *befehl], cwd=WURZEL, check=True)
    assert neu.read_text() == (WURZEL / "actions" / "locale" / "lotse.pot").read_text(), "make texte"
