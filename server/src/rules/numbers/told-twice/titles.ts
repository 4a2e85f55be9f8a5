import { type Draft, headings } from '../../../draft';
import type { Clash } from '../clash';
import { contentOf } from './mentions';

const PERIOD = /\b20\d\d\s?(?:[-–—/]|to)\s?(?:20)?\d\d\b/g;

/** What a library is called, of whose words none is a kind of library. */
const LIBRARY =
  /(?<![\p{L}’'-])((?:\p{Lu}[\p{L}’'-]+ ){1,3})Library\b(?! (?:Service|Strategy|Plan|Offer|Trust|Services)\b)/gu;
const KINDS =
  /\b(?:public|local|new|central|county|city|town|borough|district|community|mobile|home|school|schools|british|national|digital|seed|tool|toy|our|the|your|every|this|a|one|prison|academic|university|college|children’s|main|branch|poetry|music)\b/i;

interface Told {
  /** As the text has it. */
  readonly words: string;
  /** Whether both texts may mean one thing. */
  isSame(other: string): boolean;
}

/** The heading of a draft, if its years, or its library, are others than those of the title in the front matter; the span is in the draft. */
export function titlesOf(draft: Draft): readonly Clash[] {
  const { title } = draft.frontMatter.data;
  const first = headings(draft)[0];
  if (title === undefined || first === undefined || first.depth !== 1) return [];
  const words = new Set(contentOf(title));
  const isOfOne = contentOf(first.text).some((word) => words.has(word));
  const { start, end } = first.span;
  return [isOfOne ? periodIn : undefined, libraryIn].flatMap((toldIn) => {
    const [inTitle, inHeading] = [toldIn?.(title), toldIn?.(first.text)];
    if (!inTitle || !inHeading || inTitle.isSame(inHeading.words)) return [];
    const at = start + draft.source.slice(start, end).indexOf(inHeading.words);
    return [
      {
        span: at < start ? first.span : { start: at, end: at + inHeading.words.length },
        message: `The heading says “${inHeading.words}” and the title among the details at the top “${inTitle.words}”. Give the right one in both.`,
      },
    ];
  });
}

/** The name of the one library that a text names. */
function libraryIn(text: string): Told | undefined {
  const all = [...text.matchAll(LIBRARY)];
  const [words, name] = all[0] ?? [];
  if (all.length !== 1 || words === undefined || KINDS.test(name!)) return undefined;
  const own = name!.trim().split(' ');
  return { words, isSame: (other) => own.some((word) => other.split(' ').includes(word)) };
}

/** The period in a text, such as “2025–26”; undefined for none or several. */
function periodIn(text: string): Told | undefined {
  const all = text.match(PERIOD);
  if (all?.length !== 1) return undefined;
  const words = all[0]!;
  return { words, isSame: (other) => years(words) === years(other) };
}

function years(period: string): string {
  const [start, end] = period.match(/\d+/g)!;
  return `${start}-${end!.slice(-2)}`;
}
