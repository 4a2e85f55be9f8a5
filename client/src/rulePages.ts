import { type Diagnostic, Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

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
      const target = Uri.joinPath(extension, 'docs/rules', `${code.value}.md`);
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
