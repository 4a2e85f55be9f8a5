import { commands, type Diagnostic, type Disposable, Uri, window } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

const OPEN = 'advocacy.openRulePage';
const PREVIEW = 'markdown.showPreview';

/** Opens the page of a rule that came with the extension as VS Code shows Markdown, or as text where it does not. */
export function registerRulePages(extension: Uri): Disposable {
  return commands.registerCommand(OPEN, async (rule: unknown) => {
    if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return;
    const page = Uri.joinPath(extension, 'docs/rules', `${rule}.md`);
    try {
      // Locked: an unlocked preview shows whichever Markdown document is edited next in place of the page.
      await commands.executeCommand(PREVIEW, page, undefined, { locked: true });
    } catch {
      await window.showTextDocument(page);
    }
  });
}

/**
 * Has the link on a finding open the rule's page that came with the extension: it needs no network, and is of the
 * same version. A browser's extension lies on a web server, which has no page to show for it, so links stay there.
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
