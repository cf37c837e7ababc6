import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { isOkrFile } from "./files";
import { Pages } from "./pages";
import { texts } from "./texts";

type GetClient = () => Promise<LanguageClient | undefined>;
interface RuleItem extends vscode.QuickPickItem {
  code: string;
}
interface Range {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** The commands of the palette, and the one that the server's code actions use. */
export function registerCommands(getClient: GetClient, restart: () => Promise<void>): vscode.Disposable[] {
  const ask = async <T>(command: string, ...args: unknown[]): Promise<T | undefined> =>
    (await getClient())?.sendRequest<T>("workspace/executeCommand", { command, arguments: args });
  const pages = new Pages();
  return [
    pages,
    vscode.commands.registerCommand("okrLint.restart", restart),
    vscode.commands.registerCommand("okrLint.checkWorkspace", async () => {
      const found = await ask<Record<string, number | null>>("okr-lint.checkWorkspace");
      if (found) {
        const loud = (found.error ?? 0) + (found.warning ?? 0);
        void vscode.window.showInformationMessage(texts.checked(found.files ?? 0, loud, String(found.score ?? "–")));
        await vscode.commands.executeCommand("workbench.actions.view.problems");
      }
    }),
    vscode.commands.registerCommand("okrLint.showTree", async (uri?: string) => {
      const document = vscode.window.activeTextEditor?.document;
      const target = uri ?? (document && isOkrFile(document) ? document.uri.toString() : undefined);
      if (!target) {
        void vscode.window.showInformationMessage(texts.notOpen);
        return;
      }
      const name = vscode.Uri.parse(target).path.split("/").pop() ?? "";
      await pages.show(texts.tree(name), (await ask<string>("okr-lint.tree", target)) ?? "");
    }),
    vscode.commands.registerCommand("okrLint.openRule", async (code?: string) => {
      const chosen = code ?? (await pickRule(ask));
      const page = chosen && (await ask<string>("okr-lint.rule", chosen, vscode.env.language));
      if (page) {
        await pages.show(`${chosen}.md`, page);
      }
    }),
    vscode.commands.registerCommand("okrLint.insertSnippet", async (uri: string, range: Range, snippet: string) => {
      const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
      const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
      await editor.insertSnippet(new vscode.SnippetString(snippet), place);
    }),
  ];
}

async function pickRule(ask: <T>(command: string, ...args: unknown[]) => Promise<T | undefined>): Promise<string | undefined> {
  const rules = await ask<{ code: string; name: string; title: string }[]>("okr-lint.rules", vscode.env.language);
  if (!rules) {
    return undefined;
  }
  const items: RuleItem[] = rules.map((rule) => ({ label: `${rule.code} ${rule.title}`, description: rule.name, code: rule.code }));
  return (await vscode.window.showQuickPick(items, { placeHolder: texts.pick, matchOnDescription: true }))?.code;
}
