import { type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

/** Of the panel, by which a menu knows it. */
const TYPE = 'advocacy.coverageReport';

/**
 * The report in the editor's own ink: the page follows the system's preference for light or dark, which may be another
 * than the theme's.
 */
const INK = `<style>
body { color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family) }
a, a:visited { color: var(--vscode-textLink-foreground) }
.missing, .mentioned, .argued, .evidenced, .unasked { color: inherit }
</style>
</head>`;

let panel: WebviewPanel | undefined;

/** Shows a report, a whole page that runs nothing and fetches nothing, in a tab of its own: in the place of the last one. */
export function showReport(html: string, icon: Uri): void {
  if (panel === undefined) {
    panel = window.createWebviewPanel(TYPE, 'Coverage Report', ViewColumn.Active, {
      enableFindWidget: true,
      enableScripts: false,
      localResourceRoots: [],
    });
    panel.iconPath = icon;
    panel.onDidDispose(() => {
      panel = undefined;
    });
  } else panel.reveal();
  panel.webview.html = html.replace('</head>', INK);
}
