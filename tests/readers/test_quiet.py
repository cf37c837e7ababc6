"""A panic of a library leaves nothing on standard error; everything else that is written there stays."""

import os
import subprocess
import sys

import pytest

from okr_lint.readers import ReadError, read_bytes
from okr_lint.readers.quiet import quiet_panic
from tests.readers.damaged.damage import any_format, old_workbook
from tests.readers.damaged.samples import samples


class PanicException(BaseException):
    """As Rust's libraries raise it."""


def test_what_is_written_stays_unless_it_panicked(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet_panic():
        os.write(2, b"kept\n")
    with pytest.raises(PanicException), quiet_panic():
        os.write(2, b"thread panicked\n")
        raise PanicException
    with pytest.raises(ValueError), quiet_panic():
        os.write(2, b"kept as well\n")
        raise ValueError
    assert capfd.readouterr().err == "kept\nkept as well\n"


def test_damaged_workbooks_say_nothing_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    refused = 0
    for _, data in (*any_format(samples()["xls"]), *old_workbook(samples()["xls"])):
        try:
            read_bytes(data, "a.xls")
        except ReadError:
            refused += 1
    assert refused > 10 and capfd.readouterr().err == ""


def test_without_standard_error_all_the_same() -> None:
    code = "import os; os.close(2)\nfrom okr_lint.readers.quiet import quiet_panic\nwith quiet_panic(): print('read')\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "read\n")
