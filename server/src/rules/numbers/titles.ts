/** The title in the front matter and that on the page, with other years. */
import type { Draft } from '../../draft';
import { headings } from '../../draft';
import { contentOf } from './mentions';
import type { Clash } from './types';

const PERIOD = /\b20\d\d\s?(?:[-–—/]|to)\s?(?:20)?\d\d\b/g;

/** What the two titles of a draft say otherwise; the span is in the draft. */
export function titlesOf(draft: Draft): readonly Clash[] {
  const { title } = draft.frontMatter.data;
  const first = headings(draft)[0];
  if (title === undefined || first === undefined || first.depth !== 1) return [];
  const words = new Set(contentOf(title));
  if (!contentOf(first.text).some((word) => words.has(word))) return [];
  const [said, shown] = [periodIn(title), periodIn(first.text)];
  if (said && shown && years(said) !== years(shown)) return [clash(draft, first.span, shown, said)];
  return [];
}

/** The only period of a text. */
function periodIn(text: string): string | undefined {
  const all = text.match(PERIOD);
  return all?.length === 1 ? all[0] : undefined;
}

function years(period: string): string {
  const [start, end] = period.match(/\d+/g)!;
  return `${start}-${end!.slice(-2)}`;
}

function clash(
  draft: Draft,
  { start, end }: { readonly start: number; readonly end: number },
  shown: string,
  said: string,
): Clash {
  const at = draft.text.slice(start, end).indexOf(shown);
  const span = at < 0 ? { start, end } : { start: start + at, end: start + at + shown.length };
  return {
    span,
    message: `The heading says “${shown}” and the title among the details at the top “${said}”. Give the right one in both.`,
  };
}
