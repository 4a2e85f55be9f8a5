import type { Change, Draft } from '../../src/draft';

/** A generator of numbers from 0 to below 1 that gives the same ones for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pieces of Markdown that change how the text around them is read. */
export const PIECES: readonly string[] = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\r\n\r\n',
    ' ',
    '  ',
    '    ',
    '\t',
    '  \n',
    '\\\n',
    '\n\n\n',
    '\n \n',
    '\n\t\n',
  ],
  ...['```\n', '~~~\n', '```js\ncode\n```\n', '\n    code\n', '`', '``', '`code`'],
  ...['> ', '>', '\n> quote', '> > > deep\n', '\n> - in a list\n>\n> more\n', '>\n'],
  ...[
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '10. ',
    '\n- one\n- two\n',
    '\n1. one\n\n   more\n2. two\n',
    '- [ ] task\n',
    '- [x] done',
  ],
  ...['  - nested\n', '    - deeper\n', '-\n', '- - - a\n', '- > b\n'],
  ...[
    '# ',
    '## Heading\n',
    'Heading\n===\n',
    'Heading\n---\n',
    '\n===\n',
    '\n---\n',
    '---',
    '***\n',
    '- - -\n',
    '####### no\n',
  ],
  ...[
    '<!-- ',
    '-->',
    '<!-- advocacy-covers digital -->\n',
    '<div>\n',
    '</div>',
    '<pre>',
    '</pre>\n',
    '<b>',
    '<br>',
    '<?',
    '?>',
  ],
  ...['<![CDATA[', ']]>', '<script>', '</script>', '<x y="z">', '<x\n'],
  ...['| a | b |\n|---|---|\n| 1 | 2 |\n', '|', '|--|:-:|\n', '\n| x | y |\n', ' | ', '\n|-|\n'],
  ...[
    '[a]',
    '[b][]',
    '[text][a]',
    '[a]: /url\n',
    '\n[a]: /url "title"\n',
    '[b]: <u\n',
    "[A]: /x 'ti\ntle'\n",
    '\n[c d]: /y\n',
    '[c\nd]',
  ],
  ...[
    '[a]:\n',
    "\n'title\n",
    '"',
    "'",
    '[text](/url)',
    '![alt](/img.png)',
    '![a]',
    '[',
    ']',
    '](',
    ')',
    '(',
    '![',
  ],
  ...[
    '[^1]',
    '[^note]',
    '[^1]: note\n',
    '\n[^note]: one\n\n    two\n',
    '\n[^1]:\n    ```\n    code\n',
    '[^',
    '![^1]',
    '^',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '*a*',
    '**b**',
    '~~',
    '~',
    '&amp;',
    '&copy',
    '&#0;',
    '&#x41;',
    '\\*',
    '\\',
    '\\[',
    '&',
  ],
  ...['{++', '++}', '{--', '--}', '{~~', '~>', '~~}', '{==', '==}', '{>>', '<<}', '{====}', '{++added++}'],
  ...[
    '{--gone--}',
    '{~~old~>new~~}',
    '{==on this==}',
    '{>>Dana Petrie, 3 Oct 2026: why?<<}',
    '\n\n{--all\nof it--}\n\n',
    '\n- {--item--}\n- {++*other*++}\n',
    '\n| {++a++} | {--b--} |\n',
  ],
  ...[
    'https://example.org/a_b',
    'www.example.org',
    'a@b.org',
    '[see https://e.org]',
    '<https://e.org>',
    'mailto:a@b.c',
  ],
  ...[
    'word',
    'two words',
    'É😀',
    '\u2028',
    '\0',
    '\uFEFF',
    '\uD800',
    'a',
    '.',
    '1',
    ':',
    'title: x\n',
    '---\n',
    '---\ntitle: x\n---\n',
  ],
  ...[
    '\n---\n\n',
    'kind: briefing\n',
    '=',
    '==\n',
    '  \r\n',
    '\n\n\n    \n',
    'A sentence of plain words, as most of a draft is.\n',
  ],
];

/** A text of pieces, often ordinary, sometimes beginning with front matter. */
export function hostileText(next: () => number, length: number): string {
  let text = next() < 0.2 ? '---\ntitle: A\nareas: [digital]\n---\n' : '';
  while (text.length < length) {
    text += pick(next, PIECES);
    if (next() < 0.25) text += '\n\n';
  }
  return text;
}

/** A change somewhere in `text`: a key, a piece, a paste, a deletion, a replacement. */
export function hostileChange(next: () => number, text: string): Change {
  const at = Math.floor(next() * (text.length + 1));
  const kind = next();
  if (kind < 0.35) return { span: { start: at, end: at }, text: pick(next, PIECES) };
  if (kind < 0.5)
    return {
      span: { start: at, end: at },
      text: pick(next, ['a', ' ', '\n', '-', '`', '>', '#', '|', '[', ']', ':', '\r']),
    };
  const reach = kind < 0.7 ? 1 : kind < 0.9 ? 12 : 400;
  const end = Math.min(text.length, at + 1 + Math.floor(next() * reach));
  if (kind < 0.8) return { span: { start: at, end }, text: '' };
  return { span: { start: at, end }, text: pick(next, PIECES) + (next() < 0.3 ? pick(next, PIECES) : '') };
}

export function pick<Item>(next: () => number, items: readonly Item[]): Item {
  return items[Math.floor(next() * items.length)]!;
}

/** Everything in a draft, as text to compare. */
export function written(draft: Draft): string {
  // However the text is cut into pieces, it is the same.
  return JSON.stringify({ ...draft, source: draft.text }, (_key, value: unknown) =>
    value instanceof Map
      ? [...value].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))
      : value,
  );
}
