import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { createClient } from "./client";
import { registerCommands } from "./commands";
import { isOkrFile } from "./files";
import { findServer } from "./interpreter";
import { createStatus } from "./status";
import { texts } from "./texts";

let client: LanguageClient | undefined;
let starting: Promise<void> | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const channel = vscode.window.createOutputChannel("okr-lint");
  const restart = async (): Promise<void> => {
    await stop();
    starting = start(channel);
    await starting;
  };
  const startFor = async (document: vscode.TextDocument): Promise<void> => {
    if (!starting && isOkrFile(document)) {
      starting = start(channel);
      await starting;
    }
  };
  context.subscriptions.push(
    channel,
    createStatus(),
    ...registerCommands(() => client, restart),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("okrLint.interpreter") || event.affectsConfiguration("okrLint.files")) {
        await restart();
      }
    }),
  );
  const okrFiles = await vscode.workspace.findFiles("**/*{okr,OKR}*.{md,markdown,yaml,yml,json,txt,rst}", "**/node_modules/**", 1);
  if (okrFiles.length > 0 || vscode.workspace.textDocuments.some(isOkrFile)) {
    starting = start(channel);
    await starting;
  }
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function start(channel: vscode.OutputChannel): Promise<void> {
  const launch = await findServer();
  if (!launch) {
    channel.appendLine(texts.missing);
    const answer = await vscode.window.showWarningMessage(texts.missing, texts.settings);
    if (answer) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "okrLint.interpreter");
    }
    return;
  }
  channel.appendLine(`${launch.command} ${launch.args.join(" ")}`);
  client = createClient(launch, channel);
  try {
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: texts.starting }, () => client!.start());
  } catch (error) {
    void vscode.window.showErrorMessage(texts.failed(String(error)));
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.needsStop()) {
    await running.stop();
  }
}
