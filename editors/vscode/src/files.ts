import * as vscode from "vscode";

const LANGUAGES = ["markdown", "yaml", "json", "jsonc", "plaintext", "restructuredtext"];
const FRONT_MATTER = /^---\r?\n[\s\S]{0,2000}?\bokrs?\b[\s\S]{0,2000}?\r?\n---/i;

/** Whether a document is one of OKRs: by the patterns of the setting, or by its front matter. */
export function isOkrFile(document: vscode.TextDocument): boolean {
  if (!LANGUAGES.includes(document.languageId) || !["file", "untitled"].includes(document.uri.scheme)) {
    return false;
  }
  const patterns = vscode.workspace.getConfiguration("okrLint", document.uri).get<string[]>("files", []);
  const name = document.uri.with({ path: document.uri.path.toLowerCase() });
  const matches = patterns.some((pattern) => vscode.languages.match({ pattern: pattern.toLowerCase() }, lowered(document, name)) > 0);
  return matches || (document.languageId === "markdown" && FRONT_MATTER.test(document.getText(head(document))));
}

function head(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(0, 0, Math.min(60, document.lineCount), 0);
}

function lowered(document: vscode.TextDocument, uri: vscode.Uri): vscode.TextDocument {
  return { uri, languageId: document.languageId, fileName: uri.fsPath } as vscode.TextDocument;
}
