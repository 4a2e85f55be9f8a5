import type MarkdownIt from 'markdown-it';
import { typedAs } from '../../../server/src/rules/lib/lines/separate-lines';

/** Keeps lines apart that are evidently no running text, such as labels below each other, as the export does. */
export function separateLines(md: MarkdownIt): void {
  md.core.ruler.push('advocacy_separate_lines', ({ tokens }) => {
    for (const { type, children, content } of tokens) {
      const ends =
        children?.filter((child) => child.type === 'softbreak' || child.type === 'hardbreak') ?? [];
      if (type !== 'inline' || ends.length === 0 || ends.some(({ level }) => level > 0)) continue;
      const lines = content.split('\n').map((text, at) => ({
        text: text.trimEnd(),
        single: ends[at]?.type === 'softbreak',
      }));
      if (lines.length !== ends.length + 1 || typedAs(lines) === undefined) continue;
      for (const end of ends) end.type = 'hardbreak';
    }
  });
}
