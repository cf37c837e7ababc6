import * as vscode from "vscode";
import { isOkrFile } from "./files";
import { texts } from "./texts";

/** The item in the status bar: how many findings the file in view has. */
export function createStatus(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("okrLint.status", vscode.StatusBarAlignment.Right, 100);
  item.name = "okr-lint";
  item.command = "okrLint.showTree";
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isOkrFile(document)) {
      item.hide();
      return;
    }
    const count = vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === "okr-lint").length;
    item.text = `$(checklist) ${texts.ready(count)}`;
    item.tooltip = texts.tip(count);
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(update),
  );
}
