// A replacement for textlint's language server, which is only in its VS Code extension: textlint's own linter with the
// same protocol library. As the extension does, it gets the whole text with each change, lints it at once, and drops
// results that another change has overtaken.
import { fileURLToPath } from 'node:url';
import { createLinter, loadTextlintrc } from 'textlint';
import {
  createConnection,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const linter = loadTextlintrc().then((descriptor) => createLinter({ descriptor }));

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Full } }));

documents.onDidChangeContent(async ({ document: { uri, version } }) => {
  const text = documents.get(uri).getText();
  const { messages } = await (await linter).lintText(text, fileURLToPath(uri));
  if (documents.get(uri)?.version !== version) return;
  const document = documents.get(uri);
  const diagnostics = messages.map(({ message, range, ruleId, severity }) => ({
    code: ruleId,
    message,
    range: { start: document.positionAt(range[0]), end: document.positionAt(range[1]) },
    severity: severity === 2 ? 1 : 2,
    source: 'textlint',
  }));
  connection.sendDiagnostics({ uri, version, diagnostics });
});

documents.listen(connection);
connection.listen();
