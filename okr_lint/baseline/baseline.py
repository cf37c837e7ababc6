"""The file of known findings: by cycle and file, as fingerprints of their content.

A new cycle starts with an empty list: what was tolerated in the last one is said again. Within a
cycle, what is written anew may only be less.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Container
from pathlib import Path
from typing import Any

from okr_lint.fingerprint import normalised
from okr_lint.lean_dataclasses import dataclass, field

_HEAD = b'{\n "version": 1,\n "cycles": {'
# cycle -> file -> code -> fingerprints
Known = dict[str, dict[str, dict[str, list[str]]]]


class BaselineError(ValueError):
    """A baseline that cannot be read; the message names it and what to do."""


@dataclass
class Baseline:
    """Known findings.

    Attributes:
        path: the file; names in it count from its folder.
        known: what it says.
    """

    path: Path
    known: Known = field(default_factory=dict)
    _seen: Known = field(default_factory=dict, repr=False)
    _checked: dict[str, Container[str]] = field(default_factory=dict, repr=False)
    _cycles: dict[Any, str] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline of a file.

        Raises:
            BaselineError: it is missing or not a baseline.
        """
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise BaselineError(f"there is no baseline {path}; write it with --update-baseline") from error
        except (OSError, ValueError) as error:
            raise BaselineError(f"{path}: not readable: {error}") from error
        if not isinstance(data, dict) or data.get("version") != 1 or not _is_known(data.get("cycles")):
            raise BaselineError(f"{path}: not a baseline of version 1")
        baseline = cls(path)
        for cycle, files in data["cycles"].items():
            own = baseline.known.setdefault(baseline._cycle(cycle), {})
            for name, codes in files.items():
                for code, fingerprints in codes.items():
                    own.setdefault(name, {}).setdefault(code, []).extend(fingerprints)
        return baseline

    def filter(self, record: dict[str, Any], *, update: bool = False, unjudged: Container[str] = ()) -> int:
        """Take the known findings out of a file's object; with ``update`` also those of an unknown cycle.

        Args:
            record: the object of the JSON contract, changed in place.
            update: whether ``write`` is to follow.
            unjudged: codes that this run did not look for; what is known of them stays known.

        Returns:
            how many were taken out.
        """
        name = self._name(record["path"])
        if record["error"] is None:
            self._checked[name] = unjudged
        kept = []
        for finding in record["findings"]:
            cycle = self._cycle(cycle_of(record, finding))
            listed = self.known.get(cycle, {}).get(name, {}).get(finding["code"], ())
            if finding["fingerprint"] in listed or (update and cycle not in self.known):
                of_file = self._seen.setdefault(cycle, {}).setdefault(name, {})
                of_file.setdefault(finding["code"], []).append(finding["fingerprint"])
            else:
                kept.append(finding)
        hidden = len(record["findings"]) - len(kept)
        record["findings"] = kept
        return hidden

    def write(self) -> None:
        """Write what was seen; of files or codes that were not checked, what is known of files that still exist.

        Raises:
            OSError: the file cannot be written.
        """
        made: Known = {cycle: dict(files) for cycle, files in self._seen.items()}
        for cycle, files in self.known.items():
            for name, codes in files.items():
                unjudged = self._checked.get(name, _Everything())
                left = {code: fingerprints for code, fingerprints in codes.items() if code in unjudged}
                if left and (self.path.parent / name).exists():
                    made.setdefault(cycle, {})[name] = {**made.get(cycle, {}).get(name, {}), **left}
            made.setdefault(cycle, {})  # a cycle that became clean stays known: it may not grow again
        ordered = {
            cycle: {
                name: {code: sorted(codes[code]) for code in sorted(codes)} for name, codes in sorted(files.items())
            }
            for cycle, files in sorted(made.items())
        }
        text = json.dumps({"version": 1, "cycles": ordered}, ensure_ascii=False, indent=1) + "\n"
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        temporary.write_text(text, encoding="utf-8", newline="\n")
        os.replace(temporary, self.path)

    def _cycle(self, cycle: str) -> str:
        """The name under which a cycle is kept: "2026 Q4" and "2026 年第四季度" are one."""
        from okr_lint.checks.period import period  # a check without a baseline does without it

        return self._cycles.setdefault(period(cycle) or normalised(cycle), cycle)

    def _name(self, path: str) -> str:
        return Path(os.path.relpath(path, self.path.parent)).as_posix()


def is_baseline(path: Path) -> bool:
    """Whether a file begins as ``Baseline.write`` writes it; False where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_HEAD)) == _HEAD
    except OSError:
        return False


class _Everything:
    """Holds every code: the file was not checked."""

    def __contains__(self, code: object) -> bool:
        return True


def cycle_of(record: dict[str, Any], finding: dict[str, Any]) -> str:
    """The cycle that a finding belongs to: its statement's, else the most frequent of the file; "" for none."""
    cycles: Counter[str] = Counter()
    for objective in record["objectives"]:
        cycle = objective["context"]["cycle"] or ""
        if finding["statement"] and finding["statement"].split("/")[0] == objective["id"]:
            return cycle
        cycles[cycle] += 1
    return cycles.most_common(1)[0][0] if cycles else ""


def _is_known(cycles: Any) -> bool:
    return _is_tree(cycles, 3)


def _is_tree(value: Any, depth: int) -> bool:
    """Whether a value is tables in tables, and lists of texts in the innermost."""
    if depth:
        return isinstance(value, dict) and all(_is_tree(one, depth - 1) for one in value.values())
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
