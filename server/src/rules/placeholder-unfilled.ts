import type { Span } from '../draft';
import { nodesOf, spanOf } from './lib/nodes';
import type { Problem, Rule } from './types';

const PLACEHOLDER =
  /\[insert\s[^\]\r\n]{1,200}\]|\$\{\d{1,3}:[^}\r\n]{0,200}\}|(?<![\p{L}\p{N}.])(?:X{2,3}(?:,XXX)*|TBC|TBD|TK)(?![\p{L}\p{N}])|\blorem ipsum\b/giu;
/** Written as they are, in capitals: "xx" under a letter is a kiss. */
const CAPITALS = /^(?:X|TBC|TBD|TK)/i;
/** Before a Roman number: "Article XX". */
const ROMAN =
  /\b(?:article|chapter|part|schedule|volume|book|act|louis|king|pope|legion|title|annex|appendix|olympiad|super bowl)\s+$/i;

function problemsIn(text: string, offset: number, skip: readonly Span[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [words] = match;
    const start = match.index;
    if (CAPITALS.test(words) && words !== words.toUpperCase()) continue;
    if (/^X/.test(words) && ROMAN.test(text.slice(Math.max(0, start - 20), start))) continue;
    if (skip.some((span) => span.start <= start && start < span.end)) continue;
    problems.push({
      span: { start: offset + start, end: offset + start + words.length },
      message: `“${words}” is still to be filled in, and a paper that goes out like this looks unfinished. Fill it in, or take out what it belongs to.`,
    });
  }
  return problems;
}

export const placeholderUnfilled: Rule = {
  id: 'placeholder-unfilled',
  group: 'structure',
  severity: 'warning',
  what: 'A placeholder of a snippet or a template (`[insert …]`), `XX`, `TBC`, `TBD`, `TK`, or filler text, in the draft or its front matter.',
  why: 'Nothing costs a paper more trust than “[insert number]” in front of a committee.',
  example: {
    bad: 'Last year [insert number of people] people came, and XX% of them came back.\n',
    good: 'Last year 312 people came, and a third of them came back.\n',
  },
  inBlock({ block }) {
    if (block.text.search(PLACEHOLDER) === -1) return [];
    const skip = nodesOf(block)
      .filter(({ type }) => type === 'code' || type === 'inlineCode' || type === 'html')
      .map(spanOf);
    return problemsIn(block.text, 0, skip);
  },
  inDraft({ draft }) {
    const { span } = draft.frontMatter;
    return span ? problemsIn(draft.text.slice(span.start, span.end), span.start, []) : [];
  },
};
