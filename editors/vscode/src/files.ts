import * as vscode from "vscode";

const LANGUAGES = ["markdown", "yaml", "json", "jsonc", "plaintext", "restructuredtext"];
const MOST_LINES = 60;  // of front matter
const OKR = /(?:^|[^a-z])okrs?(?:[^a-z]|$)/i;

/** Whether a document is one of OKRs: by the patterns of the setting, or by its front matter. */
export function isOkrFile(document: vscode.TextDocument): boolean {
  if (!LANGUAGES.includes(document.languageId) || !["file", "untitled"].includes(document.uri.scheme)) {
    return false;
  }
  const patterns = vscode.workspace.getConfiguration("okrLint", document.uri).get<string[]>("files", []);
  const name = document.uri.with({ path: document.uri.path.toLowerCase() });
  const matches = patterns.some((pattern) => vscode.languages.match({ pattern: pattern.toLowerCase() }, lowered(document, name)) > 0);
  return matches || (document.languageId === "markdown" && OKR.test(frontMatter(document)));
}

/** What stands between "---" in the first line and the next such line; empty where there is no such block. */
function frontMatter(document: vscode.TextDocument): string {
  if (document.lineAt(0).text.trimEnd() !== "---") {
    return "";
  }
  const found: string[] = [];
  for (let number = 1; number < Math.min(MOST_LINES, document.lineCount); number++) {
    const line = document.lineAt(number).text;
    if (/^(?:---|\.\.\.)\s*$/.test(line)) {
      return found.join("\n");
    }
    found.push(line);
  }
  return "";
}

function lowered(document: vscode.TextDocument, uri: vscode.Uri): vscode.TextDocument {
  return { uri, languageId: document.languageId, fileName: uri.fsPath } as vscode.TextDocument;
}
