import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type Middleware, type ServerOptions } from "vscode-languageclient/node";
import { isOkrFile } from "./files";
import type { Launch } from "./interpreter";

/** A client that sends OKR files only, whatever else is open. */
export function createClient(launch: Launch, channel: vscode.OutputChannel): LanguageClient {
  const server: ServerOptions = { command: launch.command, args: launch.args };
  const options: LanguageClientOptions = {
    documentSelector: ["markdown", "yaml", "json", "jsonc", "plaintext", "restructuredtext"].flatMap((language) =>
      ["file", "untitled"].map((scheme) => ({ language, scheme })),
    ),
    outputChannel: channel,
    initializationOptions: { snippetCommand: "okrLint.insertSnippet", treeCommand: "okrLint.showTree" },
    synchronize: { configurationSection: undefined },
    diagnosticCollectionName: "okr-lint",
    diagnosticPullOptions: { onChange: true, onSave: true, match: () => true },
    middleware: onlyOkrFiles(),
  };
  return new LanguageClient("okrLint", "okr-lint", server, options);
}

const nothing = undefined;

function onlyOkrFiles(): Middleware {
  return {
    didOpen: async (document, next) => (isOkrFile(document) ? next(document) : undefined),
    didChange: async (event, next) => (isOkrFile(event.document) ? next(event) : undefined),
    didClose: async (document, next) => (isOkrFile(document) ? next(document) : undefined),
    provideDiagnostics: (document, previous, token, next) =>
      document instanceof vscode.Uri || isOkrFile(document) ? next(document, previous, token) : nothing,
    provideHover: (document, position, token, next) => (isOkrFile(document) ? next(document, position, token) : nothing),
    provideInlayHints: (document, range, token, next) => (isOkrFile(document) ? next(document, range, token) : nothing),
    provideCodeActions: (document, range, context, token, next) =>
      isOkrFile(document) ? next(document, range, context, token) : nothing,
    provideCodeLenses: (document, token, next) => (isOkrFile(document) ? next(document, token) : nothing),
    provideCompletionItem: (document, position, context, token, next) =>
      isOkrFile(document) ? next(document, position, context, token) : nothing,
    provideDocumentSymbols: (document, token, next) => (isOkrFile(document) ? next(document, token) : nothing),
    provideFoldingRanges: (document, context, token, next) => (isOkrFile(document) ? next(document, context, token) : nothing),
    provideDefinition: (document, position, token, next) => (isOkrFile(document) ? next(document, position, token) : nothing),
  };
}
