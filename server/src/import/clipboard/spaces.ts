import type { Inline } from '../../docx/model';
import { addAll } from '../../util/lists';

/** Collapses spaces as a browser does; non-breaking ones that stand in for these, too. */
export function tidy(line: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  let isSpace = true;
  for (const inline of line) {
    if (inline.type !== 'text') {
      out.push(inline);
      if (inline.type !== 'bookmark') isSpace = inline.type === 'break';
      continue;
    }
    if (inline.text.includes('\n')) {
      addAll(out, asLines(inline));
      continue;
    }
    let text = inline.text.replace(/[ \u00a0]{2,}|^\u00a0|\u00a0$/g, ' ');
    if (isSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    isSpace = text.endsWith(' ');
    out.push({ ...inline, text });
  }
  return out;
}

/** Text with breaks for its line ends. */
function asLines(inline: Extract<Inline, { type: 'text' }>): Inline[] {
  return inline.text
    .split(/\r?\n/)
    .flatMap((text, at): Inline[] => [
      ...(at === 0 ? [] : [{ type: 'break' } as const]),
      { ...inline, text },
    ]);
}
