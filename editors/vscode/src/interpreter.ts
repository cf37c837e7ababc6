import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";

export interface Launch {
  command: string;
  args: string[];
}

const WINDOWS = process.platform === "win32";

/** The first way of starting the server that really works; undefined where there is none. */
export async function findServer(): Promise<Launch | undefined> {
  const set = vscode.workspace.getConfiguration("okrLint").get<string>("interpreter", "").trim();
  if (set) {
    return python(expanded(set));  // what a person has set is used, and its fault is shown
  }
  for (const candidate of await candidates()) {
    if (await works(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

async function candidates(): Promise<Launch[]> {
  const found: Launch[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const name of [".venv", "venv"]) {
      const file = path.join(folder.uri.fsPath, name, WINDOWS ? "Scripts/python.exe" : "bin/python");
      if (existsSync(file)) {
        found.push(python(file));
      }
    }
  }
  const chosen = await fromPythonExtension();
  if (chosen) {
    found.push(python(chosen));
  }
  found.push({ command: "okr-lint", args: ["lsp"] }, python(WINDOWS ? "python" : "python3"));
  return found;
}

async function fromPythonExtension(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension("ms-python.python");
  if (!extension) {
    return undefined;
  }
  const api = await extension.activate();
  const environment = api?.environments?.getActiveEnvironmentPath?.();
  const resolved = environment && (await api.environments.resolveEnvironment?.(environment));
  return resolved?.executable?.uri?.fsPath ?? environment?.path;
}

function python(file: string): Launch {
  return { command: file, args: ["-m", "okr_lint", "lsp"] };
}

function expanded(file: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  return file.replace(/\$\{workspaceFolder\}/g, folder).replace(/^~(?=[/\\])/, process.env.HOME ?? "~");
}

function works(launch: Launch): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(launch.command, [...launch.args, "--help"], { timeout: 20_000 }, (error) => resolve(!error));
  });
}
