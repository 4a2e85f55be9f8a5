import { type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

/** The type of the panel, to which menus refer. */
const TYPE = 'advocacy.coverageReport';

/** The editor's colours for the report, as the page only follows the system's preference for light or dark. */
const INK = `<style>
body { color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family) }
a, a:visited { color: var(--vscode-textLink-foreground) }
.missing, .mentioned, .argued, .evidenced, .unasked { color: inherit }
</style>
</head>`;

/** The open panels by type. */
const panels = new Map<string, WebviewPanel>();

export function showReport(html: string, icon: Uri): void {
  showPage(TYPE, 'Coverage Report', html, icon);
}

/** Shows an HTML page without scripts or external resources in a tab, in place of the last one of its type. */
export function showPage(type: string, title: string, html: string, icon: Uri): void {
  let panel = panels.get(type);
  if (panel === undefined) {
    panel = window.createWebviewPanel(type, title, ViewColumn.Active, {
      enableFindWidget: true,
      enableScripts: false,
      localResourceRoots: [],
    });
    panel.iconPath = icon;
    panel.onDidDispose(() => panels.delete(type));
    panels.set(type, panel);
  } else panel.reveal();
  panel.title = title;
  panel.webview.html = html.replace('</head>', INK);
}
