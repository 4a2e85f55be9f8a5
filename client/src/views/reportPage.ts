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

/** Pages that are open, by the types of their panels. */
const panels = new Map<string, WebviewPanel>();

/** Shows the coverage of drafts: see `showPage`. */
export function showReport(html: string, icon: Uri): void {
  showPage(TYPE, 'Coverage Report', html, icon);
}

/**
 * Shows a report, a whole page that runs nothing and fetches nothing, in a tab of its own: in the place of the last one
 * of its type.
 */
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
