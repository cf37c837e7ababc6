"""Goal hierarchies: one column of titles, told apart by type, by parent row, or by label."""

from __future__ import annotations

from okr_lint.model import Context, Objective, Statement
from okr_lint.patterns import late
from okr_lint.readers.asides import note
from okr_lint.readers.building import Builder
from okr_lint.readers.cell_lines import label_in
from okr_lint.readers.columns import Columns
from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE, label_at
from okr_lint.readers.passage import Passage
from okr_lint.readers.row_types import role_of_type

_SPLIT = late(r"[,;，；、\s]+")


def read_tree(body: list[list[Passage]], columns: Columns, build: Builder, context: Context) -> None:
    """Read rows that are objectives and key results in one column.

    The type column decides, then the label, then the tree of row ids: a row with children is an
    objective, a childless row below another one its key result, a childless root an objective.
    """
    rows = [row for row in body if _text(row, columns.sentence)]
    ids = [_text(row, columns.identifier) or str(i) for i, row in enumerate(rows, 1)]
    known = set(ids)
    parents = [_parents(_text(row, columns.parent), known) for row in rows]
    if columns.parent is None and not any(parents):  # "1.2" is a part of "1"
        parents = [own.rpartition(".")[0] if own.rpartition(".")[0] in known else None for own in ids]
    with_children = {parent for parent in parents if parent}
    said = (role_of_type(_text(row, columns.type)) or label_at(row[columns.sentence or 0].text) for row in rows)
    if not (columns.named or with_children or any(said)):
        return  # a list of titles with numbers, such as tickets
    places: dict[str, Objective] = {}
    waiting: list[tuple[Statement, str]] = []
    for row, own, parent in zip(rows, ids, parents, strict=True):
        assert columns.sentence is not None
        cell = row[columns.sentence]
        label = label_in(cell)
        role = role_of_type(_text(row, columns.type)) or (label.role if label else None)
        if role is None:
            role = KEY_RESULT if parent and own not in with_children else OBJECTIVE
        if role not in (OBJECTIVE, KEY_RESULT):
            continue
        part = cell.part(label.body, len(cell.text)) if label and label.body < len(cell.text) else cell
        made: Statement | None
        if role == OBJECTIVE:
            made = build.objective(part, label, context)
            if isinstance(made, Objective):
                places[own] = made
                if parent:
                    made.context.parent = parent
        else:
            home = places.get(parent or "")
            build.current = home or build.current
            made = build.key_result(part, label, context)
            if made is not None and parent and home is None:
                waiting.append((made, parent))
        if made is not None:
            _about(row, columns, made)
    _go_home(waiting, places, build)


def _go_home(waiting: list[tuple[Statement, str]], places: dict[str, Objective], build: Builder) -> None:
    """Key results that stood above their objective move to it."""
    for made, parent in waiting:
        home = places.get(parent)
        if home is None:
            continue
        for holder in (build.orphans, *(o.key_results for o in build.document.objectives)):
            if any(k is made for k in holder):
                holder[:] = [k for k in holder if k is not made]
                home.key_results.append(made)  # type: ignore[arg-type]
                break


def _about(row: list[Passage], columns: Columns, made: Statement) -> None:
    for at, name in columns.about.items():
        text = _text(row, at)
        if text and (name != "parent" or isinstance(made, Objective)):
            note(made.context, name, text, text)


def _parents(said: str | None, ids: set[str]) -> str | None:
    """The first of the parents that is a row of this table."""
    if not said:
        return None
    return said if said in ids else next((part for part in _SPLIT.split(said) if part in ids), None)


def _text(row: list[Passage], at: int | None) -> str | None:
    return row[at].text or None if at is not None and at < len(row) else None
