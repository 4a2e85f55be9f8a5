import { harmless } from '../text/plain-output';

/**
 * A complete HTML page without scripts, fonts or pictures. Contrast is at least 4.5 to 1.
 *
 * @param title as plain text
 * @param body as HTML
 */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${asText(title)}</title>
<style>
:root { color-scheme: light dark }
a { color: #0645ad } a:visited { color: #6b2fa0 }
body { font: 1rem/1.5 Arial, sans-serif; color: #1b1b1b; background: #fff; margin: 2rem auto; padding: 0 1rem; max-width: 70rem }
h2 { margin-top: 2.5rem; border-top: 1px solid #767676; padding-top: 1.5rem }
.table { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: bold; padding: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #c8c8c8 }
code { overflow-wrap: anywhere }
.missing { color: #a4000f } .mentioned { color: #7a4a00 } .argued { color: #0b5394 } .evidenced { color: #0a6b2d }
.state span { white-space: nowrap; font-weight: bold }
th[scope=row] { min-width: 9rem }
.unasked { color: #595959 } .unasked span { font-weight: normal }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #1e1e1e }
  a { color: #8ec5ff } a:visited { color: #d3b3ff }
  .missing { color: #ff9c9c } .mentioned { color: #f0c060 } .argued { color: #8ec5ff } .evidenced { color: #8fdc9f }
  .unasked { color: #b5b5b5 }
}
</style>
</head>
<body>
<main>
<h1>${asText(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

export function table(caption: string, head: readonly string[], rows: readonly string[]): string {
  const cells = head.map((text) => `<th scope="col">${asText(text)}</th>`).join('');
  return `<div class="table"><table>
<caption>${asText(caption)}</caption>
<thead><tr>${cells}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML, without characters that would hide or reorder it. */
export function asText(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
