"""Sections of other things in front of or behind OKRs are none, whatever the objectives look like."""

from __future__ import annotations

import pytest
from outcome import check_rereading, read, shape

FOUND = {
    "Make booking boringly easy": ["Half of all bookings without a call", "Abandoned bookings below 12%"],
    "Our kitchen wastes nothing": ["Food waste per guest down to 90 g", "Two local farms take our scraps"],
}
OBJECTIVES = {
    "headings": "### {text}\n\n- {0}\n- {1}\n\n",
    "labels": "### O: {text}\n\n- KR1: {0}\n- KR2: {1}\n\n",
    "bold": "**{text}**\n\n- {0}\n- {1}\n\n",
    "lists": "- {text}\n  - {0}\n  - {1}\n",
}
BESIDE = {
    "people": "## Team\n\n- Ana: lead\n- Ben: kitchen\n- Cleo: front desk, 2 days a week\n",
    "rooms": "## Rooms\n\n1. Rooms 1 to 9 look at the lake\n2. Rooms 10 to 20 look at the yard\n",
    "principles": "## Our principles\n\n- Guests first\n- We say no to 9 of 10 ideas\n",
    "road map": "## Roadmap\n\n- New website\n  - choose an agency\n  - 3 offers\n- Solar panels\n",
    "tasks": "## This week\n\n- [ ] call the plumber\n- [x] order 40 towels\n",
    "links": "## Links\n\n- [OKRs 2025](2025.md)\n- [Budget](b.md)\n",
    "figures": "## KPIs\n\n| Metric | Jan | Feb |\n|---|---|---|\n| Occupancy | 61% | 64% |\n| Rating | 4.1 | 4.2 |\n",
    "questions": "## FAQ\n\n**Who grades?**\n\nAna does.\n\n**Can I change a goal?**\n\nUntil 1 May.\n",
    "dates": "## Timeline\n\n- 3 April: kick-off\n- 20 May: check-in\n- 30 June: grading\n",
}


def _okrs(form: str) -> str:
    return "## OKRs Q2 2026\n\n" + "".join(OBJECTIVES[form].format(*FOUND[text], text=text) for text in FOUND) + "\n"


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("form", OBJECTIVES)
@pytest.mark.parametrize("title", ["# Hotel handbook", "# Hotel OKRs 2026"])
def test_other_sections_have_no_okrs(title: str, form: str, name: str) -> None:
    for text in (f"{BESIDE[name]}\n{_okrs(form)}", f"{_okrs(form)}{BESIDE[name]}"):
        assert shape(read(f"{title}\n\n{text}")) == FOUND


def test_a_section_beside_comes_and_goes_while_somebody_writes() -> None:
    front = "# Hotel OKRs 2026\n\n## Make beds soft\n\n- 9 of 10 sleep well\n- 2 new sofas\n\n"
    names = ("OKRs Q2 2026", "Rooms and gardens of our house", "OKRs Q2 2026")
    check_rereading(front + _okrs("headings").replace("OKRs Q2 2026", name) for name in names)
