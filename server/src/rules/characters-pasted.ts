import type { Nodes } from 'mdast';
import type { Block, Change, Span } from '../draft/types';
import { nodesOf, spanOf } from './lib/blocks/nodes';
import { rule } from './lib/rule';
import type { Problem } from './types';

/** Characters that nobody sees, with what a text has in their place. Joiners stay: emoji are made of them. */
const INSTEAD: Readonly<Record<string, string>> = {
  '\u00AD': '', // Soft hyphen
  '\u001F': '', // The same as Word copies it
  '\u001E': '-', // Word's hyphen that no line is broken at
  '\u200B': '', // Space without width
  '\u2060': '', // Word joiner
  '\uFEFF': '', // Byte order mark
  '\u000B': '\\\n', // Word's line end within a paragraph
  '\u000C': ' ', // Page end
  '\uFFFC': '', // What stood for a picture or a field
};
const HIDDEN = new RegExp(`[${Object.keys(INSTEAD).join('')}]`, 'g');
const CURLY = /[“”‘’]/g;
/** A link whose title stands in curly quotation marks, so that Markdown sees none; and such a value in HTML. */
const TITLE = /\]\([^()\s]{1,500} {1,3}(?:“[^“”\n]{0,300}”|‘[^‘’\n]{0,300}’)\)/g;
const VALUE = /\b(?:src|href|alt|title|width|height|lang|dir|id|class)=[“”][^“”<>\n]{0,200}[“”]/g;

export const charactersPasted = rule('characters-pasted', {
  inBlock({ block }) {
    return [...hidden(block), ...curly(block)];
  },
});

/** One for each block, at the word with the first. A byte order mark may begin the draft. */
function hidden({ text }: Block): readonly Problem[] {
  const edits: Change[] = [];
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (character === '\uFEFF' && index === 0) continue;
    edits.push({ span: { start: index, end: index + 1 }, text: INSTEAD[character]! });
  }
  if (edits.length === 0) return [];
  const [there, them] =
    edits.length === 1
      ? ['stands a character that nobody sees', 'it']
      : [`stand ${edits.length} characters that nobody sees`, 'them'];
  return [
    {
      span: wordAt(text, edits[0]!.span.start),
      message: `Here ${there}, pasted from another program: the word cannot be searched for, and may be read out in two halves. Take ${them} out.`,
      fixes: [{ title: 'Take out what nobody sees', edits, preferred: true, automatic: true }],
    },
  ];
}

/** Curly quotation marks where only straight ones count. */
function curly(block: Block): readonly Problem[] {
  const { text } = block;
  if (!/[“”‘’]/.test(text)) return [];
  const code = /`/.test(text) || block.node.type === 'code' ? nodesOf(block).filter(isCode).map(spanOf) : [];
  const others = [TITLE, VALUE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
  return [...code, ...others].flatMap((span): Problem[] => {
    const edits: Change[] = [];
    for (const { 0: mark, index } of text.slice(span.start, span.end).matchAll(CURLY)) {
      const start = span.start + index;
      edits.push({ span: { start, end: start + 1 }, text: /[‘’]/.test(mark) ? "'" : '"' });
    }
    if (edits.length === 0) return [];
    return [
      {
        span,
        message:
          'Only straight quotation marks (" and \') count here, and these are curly. Write straight ones.',
        fixes: [{ title: 'Write straight quotation marks', edits, preferred: true }],
      },
    ];
  });
}

function isCode({ type }: Nodes): boolean {
  return type === 'code' || type === 'inlineCode';
}

function wordAt(text: string, at: number): Span {
  const before = /[^\s]{0,40}$/.exec(text.slice(Math.max(0, at - 40), at))![0].length;
  const after = /^[^\s]{0,40}/.exec(text.slice(at + 1, at + 41))![0].length;
  return { start: at - before, end: at + 1 + after };
}
