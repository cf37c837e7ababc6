import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";

export interface Launch {
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

const WINDOWS = process.platform === "win32";

/**
 * The first way of starting the server that really works; undefined where there is none.
 *
 * @param extension the extension's folder; `bundled` in it is the environment of a .vsix that was packed with one.
 */
export async function findServer(extension: string): Promise<Launch | undefined> {
  const set = vscode.workspace.getConfiguration("okrLint").get<string>("interpreter", "").trim();
  if (set) {
    return python(expanded(set));  // what a person has set is used, and its fault is shown
  }
  const near = await interpreters();
  const installed = [...near.map((file) => python(file)), { command: "okr-lint", args: ["lsp"] }, python(WINDOWS ? "python" : "python3")];
  for (const candidate of [...installed, ...bundled(extension, near)]) {
    if (await works(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

/** The interpreters of the workspace's environments, then the Python extension's choice. */
async function interpreters(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const name of [".venv", "venv"]) {
      const file = path.join(folder.uri.fsPath, name, WINDOWS ? "Scripts/python.exe" : "bin/python");
      if (existsSync(file)) {
        found.push(file);
      }
    }
  }
  const chosen = await fromPythonExtension();
  return chosen ? [...found, chosen] : found;
}

async function fromPythonExtension(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension("ms-python.python");
  if (!extension) {
    return undefined;
  }
  try {
    const api = await extension.activate();
    const environment = api?.environments?.getActiveEnvironmentPath?.();
    const resolved = environment && (await api.environments.resolveEnvironment?.(environment));
    return resolved?.executable?.uri?.fsPath ?? environment?.path;
  } catch {
    return undefined;  // its fault must not be ours
  }
}

/** The bundled libraries under any interpreter of the version for which they were compiled. */
function bundled(extension: string, near: string[]): Launch[] {
  const libs = path.join(extension, "bundled", "libs");
  if (!existsSync(libs)) {
    return [];
  }
  const version = readFileSync(path.join(extension, "bundled", "python.txt"), "utf8").trim();
  return [...near, `python${version}`, "python3", "python"].map((file) => ({
    ...python(file),
    env: { ...process.env, PYTHONPATH: libs, PYTHONNOUSERSITE: "1" },
  }));
}

/** With -P, so that a module of the workspace ("logging.py") does not stand for one of Python's. */
function python(file: string): Launch {
  return { command: file, args: ["-P", "-m", "okr_lint", "lsp"] };
}

function expanded(file: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  return file.replace(/\$\{workspaceFolder\}/g, folder).replace(/^~(?=[/\\])/, process.env.HOME ?? "~");
}

/** Whether the server's modules can be loaded, those that are compiled for one version of Python too. */
function works(launch: Launch): Promise<boolean> {
  const args = launch.args.includes("-m") ? ["-P", "-c", "import okr_lint.lsp.server"] : [...launch.args, "--help"];
  return new Promise((resolve) => {
    execFile(launch.command, args, { timeout: 20_000, env: launch.env }, (error) => resolve(!error));
  });
}
