"""No network: importing and checking open no socket, and what a check loads cannot unpickle."""

from __future__ import annotations

import subprocess
import sys
import textwrap

_WATCHED = """
import sys
opened = []
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "os.system", "subprocess.")):
        opened.append(event)
sys.addaudithook(watch)
"""
_CHECKS = """
from okr_lint import Linter
linter = Linter()
texts = {
    "markdown": "# O1：让老客户愿意推荐我们\\n- KR1：续约率从 71% 升到 84%\\n"
    "- KR2：优化流程\\n- KR3：线上问题及时跟进\\n",
    "json": '{"objectives": [{"objective": "Trust", "key_results": ["Errors down from 9% to 4%"]}]}',
    "yaml": "objectives:\\n- objective: Trust our numbers\\n  key_results:\\n  - Errors down to 4%\\n",
    "html": "<h1>O1: Trust</h1><ul><li>KR1: Errors down to 4%</li></ul>",
    "csv": "objective,key result\\nTrust,Errors down to 4%\\n",
    "rst": "O1: Trust\\n=========\\n\\n- KR1: Errors down to 4%\\n",
}
for format, text in texts.items():
    result = linter.check_text(text, format)
    assert result.error is None, (format, result.error)
"""


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_importing_and_checking_open_no_socket() -> None:
    assert run(_WATCHED + _CHECKS + "print(opened)").strip() == "[]"


def test_the_token_layer_connects_to_nothing() -> None:
    """spaCy's import loads urllib3, which binds a local socket once to see whether IPv6 is there; no more."""
    deep = """
    from okr_lint.language import analyse
    assert len(analyse("线上问题及时跟进").doc) > 2 and len(analyse("Ship it in March").doc) == 4
    print(opened)
    """
    assert run(_WATCHED + textwrap.dedent(deep)).strip() in ("[]", "['socket.__new__', 'socket.bind']")


def test_the_hook_sees_a_socket() -> None:
    assert "socket.__new__" in run(_WATCHED + "import socket\nsocket.socket().close()\nprint(opened)")


def test_a_check_loads_nothing_that_unpickles() -> None:
    loaded = run(_CHECKS + "import sys\nprint(*sorted(sys.modules))").split()
    assert not {"pickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "srsly"} & set(loaded)


def test_no_module_of_ours_names_pickle() -> None:
    import ast
    from pathlib import Path

    import okr_lint

    for path in Path(okr_lint.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & {"pickle", "shelve", "dill", "joblib", "marshal"}, (
                path
            )
