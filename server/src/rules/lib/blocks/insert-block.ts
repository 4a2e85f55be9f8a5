import { type Change, type Draft, lineEndOf } from '../../../draft';

/**
 * The edit that inserts Markdown before the block at `index` (after the last block where `index` is their number), with
 * blank lines around it and the draft's line ends.
 */
export function insertBlock(draft: Draft, index: number, markdown: string): Change {
  const eol = lineEndOf(draft);
  const before = draft.blocks[index - 1];
  const at = before
    ? before.start + before.block.text.length
    : (draft.frontMatter.span?.end ?? (draft.source.slice(0, 1) === '\uFEFF' ? 1 : 0));
  const rest = draft.source.slice(at, at + 200);
  const lead = before || draft.frontMatter.span ? eol + eol : '';
  const tail =
    rest.trim() === '' && at + rest.length === draft.source.length
      ? /^\s*?(?:\r\n|\r|\n)/.test(rest)
        ? ''
        : eol
      : /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/.test(rest)
        ? ''
        : /^[^\S\r\n]*(?:\r\n|\r|\n)/.test(rest)
          ? eol
          : eol + eol;
  const body = markdown.trim().replace(/\r\n|\r|\n/g, eol);
  return { span: { start: at, end: at }, text: lead + body + tail };
}

/** The position after the last block of the text, before the footnotes and link definitions at the end. */
export function endOfText(draft: Draft): number {
  let index = draft.blocks.length;
  while (index > 0 && isNote(draft, index - 1)) index--;
  return index;
}

/** Whether the block at `index` is a footnote or the definition of a link, as stand at the end of a draft. */
export function isNote(draft: Draft, index: number): boolean {
  const { type } = draft.blocks[index]!.block.node;
  return type === 'footnoteDefinition' || type === 'definition';
}
