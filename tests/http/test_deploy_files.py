"""Files to start the server with: parsed, and their command lines are ones that `okr-lint serve` takes."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from okr_lint.http.arguments import add_arguments, config_from
from okr_lint.http.config import ServerConfig

ROOT = Path(__file__).parents[2]


def parsed(arguments: list[str]) -> ServerConfig:
    assert arguments[0] == "serve"
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return config_from(parser.parse_args(arguments[1:]))


def dockerfile() -> list[str]:
    (command,) = re.findall(r"^CMD (\[.*\])$", (ROOT / "Dockerfile").read_text(), re.M)
    return list(json.loads(command))


def systemd() -> list[str]:
    (line,) = re.findall(r"^ExecStart=(.*)$", (ROOT / "deploy/okr-lint.service").read_text(), re.M)
    return shlex.split(line)[1:]


def kubernetes() -> list[str]:
    deployment, service = yaml.safe_load_all((ROOT / "deploy/kubernetes.yaml").read_text())
    assert service["spec"]["selector"].items() <= deployment["spec"]["template"]["metadata"]["labels"].items()
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    return list(container["args"])


@pytest.mark.parametrize("command", [dockerfile, systemd, kubernetes])
def test_command_lines_are_taken_and_ask_for_keys(command: object) -> None:
    assert callable(command)
    assert parsed(command()).key_file is not None


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_no_fault_in_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "okr-lint.service"
    installed = (ROOT / "deploy/okr-lint.service").read_text().replace("/opt/okr-lint/bin/okr-lint", "/bin/true")
    unit.write_text(installed)
    checked = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_image_and_the_cluster_know_the_same_user() -> None:
    deployment, _ = yaml.safe_load_all((ROOT / "deploy/kubernetes.yaml").read_text())
    (user,) = re.findall(r"^USER (\d+)$", (ROOT / "Dockerfile").read_text(), re.M)
    assert int(user) == deployment["spec"]["template"]["spec"]["securityContext"]["runAsUser"]


def test_compose_builds_the_image_and_gives_it_the_keys_that_it_wants() -> None:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text())
    service = compose["services"]["okr-lint"]
    assert service["secrets"] == list(compose["secrets"]) == ["okr-lint-keys"]
    assert "/run/secrets/okr-lint-keys" in dockerfile()
    grace = parsed(["serve"]).grace
    assert int(service["stop_grace_period"].removesuffix("s")) > grace
