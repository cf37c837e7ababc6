"""The library examples in the READMEs run and give what they show."""

import doctest
import re

import pytest

from tests.docs.pages import ROOT


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_library_example(name: str) -> None:
    blocks = re.findall(r"^```pycon\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.S | re.M)
    assert blocks
    for block in blocks:
        test = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
        assert test.examples[-1].want, "an example shows what it gives"
        report: list[str] = []
        doctest.DocTestRunner(verbose=False).run(test, out=report.append)
        assert not report, "".join(report)
