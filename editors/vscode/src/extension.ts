import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { createClient } from "./client";
import { registerCommands } from "./commands";
import { isOkrFile } from "./files";
import { findServer } from "./interpreter";
import { createStatus } from "./status";
import { texts } from "./texts";

let client: LanguageClient | undefined;
let last: Promise<void> | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const channel = vscode.window.createOutputChannel("okr-lint");
  const restart = (): Promise<void> => {  // one at a time, however often it is asked for
    last = (last ?? Promise.resolve()).catch(() => undefined).then(stop).then(() => start(channel, context.extensionPath));
    return last;
  };
  const running = async (): Promise<LanguageClient | undefined> => {  // a command may come before any file of OKRs
    await (last ?? restart());
    if (!client) {
      void tellMissing();
    }
    return client;
  };
  const startFor = async (document: vscode.TextDocument): Promise<void> => {
    if (!last && isOkrFile(document)) {
      await restart();
    }
  };
  context.subscriptions.push(
    channel,
    createStatus(),
    ...registerCommands(running, restart),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeTextDocument((event) => startFor(event.document)),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("okrLint.interpreter") || event.affectsConfiguration("okrLint.files")) {
        await restart();
      }
    }),
  );
  const okrFiles = await vscode.workspace.findFiles("**/*{okr,OKR,Okr}*.{md,markdown,yaml,yml,json,txt,rst}", "**/node_modules/**", 1);
  if (okrFiles.length > 0 || vscode.workspace.textDocuments.some(isOkrFile)) {
    await (last ?? restart());
  }
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function start(channel: vscode.OutputChannel, extension: string): Promise<void> {
  const launch = await findServer(extension);
  if (!launch) {
    channel.appendLine(texts.missing);
    void tellMissing();  // not waited for: commands work while the message stands
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

async function tellMissing(): Promise<void> {
  if (await vscode.window.showWarningMessage(texts.missing, texts.settings)) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "okrLint.interpreter");
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  try {
    if (running?.needsStop()) {
      await running.stop();
    }
  } catch {
    // a server that has ended by itself is stopped
  }
}
