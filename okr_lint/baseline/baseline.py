"""The file of known findings: by cycle and file, as fingerprints of their content.

A new cycle starts with an empty list: what was tolerated in the last one is said again. Within a
cycle, what is written anew may only be less.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from okr_lint.lean_dataclasses import dataclass, field

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
    _checked: set[str] = field(default_factory=set, repr=False)

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
        return cls(path, data["cycles"])

    def filter(self, record: dict[str, Any], *, update: bool = False) -> int:
        """Take the known findings out of a file's object; with ``update`` also those of an unknown cycle.

        Returns:
            how many were taken out.
        """
        name = self._name(record["path"])
        self._checked.add(name)
        kept = []
        for finding in record["findings"]:
            cycle = cycle_of(record, finding)
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
        """Write what was seen; of files that were not checked, what is known of those that still exist.

        Raises:
            OSError: the file cannot be written.
        """
        made: Known = {cycle: dict(files) for cycle, files in self._seen.items()}
        for cycle, files in self.known.items():
            for name, codes in files.items():
                if name not in self._checked and (self.path.parent / name).exists():
                    made.setdefault(cycle, {})[name] = codes
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

    def _name(self, path: str) -> str:
        return Path(os.path.relpath(path, self.path.parent)).as_posix()


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
    return isinstance(cycles, dict) and all(
        isinstance(files, dict) and all(isinstance(codes, dict) for codes in files.values())
        for files in cycles.values()
    )
