"""A stand-in for the Python extension, which is to be had from a marketplace only and is not asked for by tests.

It has the real one's name and the two functions of its documented API that we call. Its choice is what the file
``chosen`` in the home folder names; without that file it has none.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

_MANIFEST = {
    "name": "python",
    "publisher": "ms-python",
    "version": "2024.0.0",
    "engines": {"vscode": "^1.90.0"},
    "main": "./main.js",
    "activationEvents": [],
    "extensionKind": ["workspace"],
}
_MAIN = """
const fs = require("fs");
exports.activate = () => ({
  environments: {
    getActiveEnvironmentPath: () => {
      const file = process.env.HOME + "/chosen";
      return fs.existsSync(file) ? { id: "chosen", path: fs.readFileSync(file, "utf8").trim() } : undefined;
    },
    resolveEnvironment: async (environment) => ({ executable: { uri: { fsPath: environment.path } } }),
  },
});
"""
_VSIX = """<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata><Identity Language="en-US" Id="python" Version="2024.0.0" Publisher="ms-python"/>
  <DisplayName>stand-in</DisplayName></Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>
"""


def pack(folder: Path) -> Path:
    """The stand-in as a .vsix."""
    path = folder / "python.vsix"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("extension.vsixmanifest", _VSIX)
        made.writestr("extension/package.json", json.dumps(_MANIFEST))
        made.writestr("extension/main.js", _MAIN)
    return path
