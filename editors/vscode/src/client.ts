import * as vscode from "vscode";
import {
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  type ServerOptions,
} from "vscode-languageclient/node";
import { isOkrFile } from "./files";
import type { Launch } from "./interpreter";

/** A client that sends OKR files only, whatever else is open. */
export function createClient(launch: Launch, channel: vscode.OutputChannel): LanguageClient {
  const server: ServerOptions = { command: launch.command, args: launch.args, options: { env: launch.env } };
  const options: LanguageClientOptions = {
    documentSelector: ["markdown", "yaml", "json", "jsonc", "plaintext", "restructuredtext"].flatMap((language) =>
      ["file", "untitled"].map((scheme) => ({ language, scheme })),
    ),
    outputChannel: channel,
    initializationOptions: { snippetCommand: "okrLint.insertSnippet", treeCommand: "okrLint.showTree" },
    synchronize: { configurationSection: undefined },
    diagnosticCollectionName: "okr-lint",
    diagnosticPullOptions: { onChange: true, onSave: true, match: () => true },
    middleware: onlyOkrFiles(() => client),
  };
  const client = new LanguageClient("okrLint", "okr-lint", server, options);
  return client;
}

const nothing = undefined;

/** What the server is told and asked of: texts that are OKRs, from the moment on that they are until they are no more. */
function onlyOkrFiles(getClient: () => LanguageClient): Middleware {
  const sent = new Set<string>();
  const isSent = (document: vscode.TextDocument): boolean => sent.has(document.uri.toString());
  return {
    didOpen: async (document, next) => {
      if (isOkrFile(document)) {
        sent.add(document.uri.toString());
        await next(document);
      }
    },
    didChange: async (event, next) => {
      const okr = isOkrFile(event.document);
      if (okr && isSent(event.document)) {
        await next(event);
      } else if (okr) {  // its front matter says so since this change
        await getClient().getFeature(DidOpenTextDocumentNotification.method).getProvider(event.document)?.send(event.document);
        getClient().getFeature(DocumentDiagnosticRequest.method)?.getProvider(event.document)?.onDidChangeDiagnosticsEmitter.fire();
      } else if (isSent(event.document)) {
        await getClient().getFeature(DidCloseTextDocumentNotification.method).getProvider(event.document)?.send(event.document);
      }
    },
    didClose: async (document, next) => {
      if (sent.delete(document.uri.toString())) {
        await next(document);
      }
    },
    provideDiagnostics: (document, previous, token, next) =>
      document instanceof vscode.Uri || isSent(document) ? next(document, previous, token) : nothing,
    provideHover: (document, position, token, next) => (isSent(document) ? next(document, position, token) : nothing),
    provideInlayHints: (document, range, token, next) => (isSent(document) ? next(document, range, token) : nothing),
    provideCodeActions: (document, range, context, token, next) =>
      isSent(document) ? next(document, range, context, token) : nothing,
    provideCodeLenses: (document, token, next) => (isSent(document) ? next(document, token) : nothing),
    provideCompletionItem: (document, position, context, token, next) =>
      isSent(document) ? next(document, position, context, token) : nothing,
    provideDocumentSymbols: (document, token, next) => (isSent(document) ? next(document, token) : nothing),
    provideFoldingRanges: (document, context, token, next) => (isSent(document) ? next(document, context, token) : nothing),
    provideDefinition: (document, position, token, next) => (isSent(document) ? next(document, position, token) : nothing),
  };
}
