import { commands, type Diagnostic, type Disposable, Uri, window } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

const OPEN = 'advocacy.openRulePage';
const PREVIEW = 'markdown.showPreview';

/** Registers the command that opens a rule's page from the extension as a Markdown preview, or as text without one. */
export function registerRulePages(extension: Uri): Disposable {
  return commands.registerCommand(OPEN, async (rule: unknown) => {
    if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return;
    const page = Uri.joinPath(extension, 'docs/rules', `${rule}.md`);
    try {
      // An unlocked preview would switch to the next Markdown document that is edited.
      await commands.executeCommand(PREVIEW, page, undefined, { locked: true });
    } catch {
      await window.showTextDocument(page);
    }
  });
}

/**
 * Makes the links of findings open the rule's page in the extension, which needs no network and has the same version. In a
 * browser the extension lies on a web server, so the links stay as they are.
 */
export function rulePages(extension: Uri): Middleware {
  if (extension.scheme !== 'file') return {};
  const localise = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
    diagnostics.map((diagnostic) => {
      const { code } = diagnostic;
      if (typeof code !== 'object') return diagnostic;
      const target = Uri.from({ scheme: 'command', path: OPEN, query: JSON.stringify([code.value]) });
      return Object.assign(diagnostic, { code: { ...code, target } });
    });
  return {
    handleDiagnostics: (uri, diagnostics, next) => next(uri, localise(diagnostics)),
    async provideDiagnostics(document, previousResultId, token, next) {
      const report = await next(document, previousResultId, token);
      if (report?.kind === 'full') report.items = localise(report.items);
      return report;
    },
  };
}
