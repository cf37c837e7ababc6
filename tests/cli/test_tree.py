"""okr-lint tree: terminal and SVG."""

import xml.etree.ElementTree as ET
from pathlib import Path

from conftest import Run

COMPANY = "---\nteam: Company\n---\n# O1: Make the ferry calm & dry\n- KR1: Noise falls from 8 to 6\n"
PIER = (
    "---\nteam: Pier\n---\n# O1: Boarding takes one breath\nAligned to: Company KR1.1\n"
    "- KR1: Queues fall from 30 to 8\n"
)
DECK = "---\nteam: Deck\n---\n# O1: Chairs stay dry\nAligned to: Pier O1\n- KR1: Wet chairs fall from 40 to 5\n"


def _write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.md").write_text(text)


def test_terminal_tree(run: Run) -> None:
    _write(
        company=COMPANY, deck=DECK, pier=PIER, alone=DECK.replace("Aligned to: Pier O1\n", "").replace("Deck", "Attic")
    )
    ran = run("tree", ".")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Company O1  Make the ferry calm & dry",
        "└─ Pier O1  Boarding takes one breath  → KR1",
        "   └─ Deck O1  Chairs stay dry",
        "",
        "serve nothing and are served by none (1):",
        "  Attic O1  Chairs stay dry",
    ]


def test_svg_is_well_formed_and_self_contained(run: Run) -> None:
    _write(company=COMPANY, deck=DECK, pier=PIER)
    assert run("tree", ".", "--output-format", "svg", "--output", "tree.svg").code == 0
    text = Path("tree.svg").read_text()
    assert run("tree", ".", "--output", "named.svg").code == 0 and Path("named.svg").read_text() == text
    root = ET.fromstring(text)
    assert len(root.findall(".//{*}rect")) == 3 and len(root.findall(".//{*}path")) == 2
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "") and "<script" not in text
    assert "Make the ferry calm & dry" in "".join(root.itertext())


def test_a_circle_is_drawn_once(run: Run) -> None:
    _write(pier=PIER.replace("Company KR1.1", "Deck O1"), deck=DECK)
    out = run("tree", ".").out
    assert out.count("↻") == 1 and "Deck O1" in out


def test_an_unreadable_file_is_said(run: Run) -> None:
    _write(pier=PIER)
    Path("broken.json").write_text("{")
    ran = run("tree", ".")
    assert ran.code == 2 and "broken.json" in ran.err and "Pier O1" in ran.out
