import { type Draft, headings } from '../../../draft';
import type { Clash } from '../clash';
import { contentOf } from './mentions';

const PERIOD = /\b20\d\d\s?(?:[-–—/]|to)\s?(?:20)?\d\d\b/g;

/** The heading of a draft, if its years differ from those of the title in the front matter; the span is in the draft. */
export function titlesOf(draft: Draft): readonly Clash[] {
  const { title } = draft.frontMatter.data;
  const first = headings(draft)[0];
  if (title === undefined || first === undefined || first.depth !== 1) return [];
  const words = new Set(contentOf(title));
  if (!contentOf(first.text).some((word) => words.has(word))) return [];
  const [inTitle, inHeading] = [periodIn(title), periodIn(first.text)];
  if (!inTitle || !inHeading || years(inTitle) === years(inHeading)) return [];
  const { start, end } = first.span;
  const at = start + draft.source.slice(start, end).indexOf(inHeading);
  return [
    {
      span: at < start ? first.span : { start: at, end: at + inHeading.length },
      message: `The heading says “${inHeading}” and the title among the details at the top “${inTitle}”. Give the right one in both.`,
    },
  ];
}

/** The period in a text, such as “2025–26”; undefined for none or several. */
function periodIn(text: string): string | undefined {
  const all = text.match(PERIOD);
  return all?.length === 1 ? all[0] : undefined;
}

function years(period: string): string {
  const [start, end] = period.match(/\d+/g)!;
  return `${start}-${end!.slice(-2)}`;
}
