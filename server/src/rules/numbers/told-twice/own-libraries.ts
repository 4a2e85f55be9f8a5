/** Finds a service whose libraries a paper counts twice: “our 11 libraries”, “Glenarra has 12 libraries”. */

import { allIn, BlockFinder, type Draft, perBlockFor, type Span } from '../../../draft';
import { least } from '../../../util/lists';
import { inBlock, ownSentences } from '../../lib/blocks/prose';
import { countOf } from '../amounts/amounts';
import type { Clash } from '../clash';

/** A count of all: “three libraries that lend tablets” and “nine branches and a van” are of some. */
const NUMBER =
  '(\\d{1,3}|[a-z]+(?:-[a-z]+)?)\\s(?:public\\s)?(?:libraries|branches)(?!\\s(?:that|which|where|with|and)\\b)';
const WHOSE = "(?:our|its|the\\s(?:council|county|city|borough|trust|service|library\\sservice)[’']s)";
const WHO = '(?:we|it|the\\s(?:council|trust|service|library\\sservice))';
const RUNS = '(?:runs?|has|have|operates?|manages?)';
const OWN = new RegExp(`\\b(?:${WHOSE}|${WHO}\\s${RUNS})\\s${NUMBER}\\b`, 'gi');
const COUNTED = new RegExp(`^\\s${RUNS}\\s${NUMBER}\\b`, 'i');
/** Words for another time, a part or what may be. */
const OTHERWISE =
  /\b(?:had|was|were|used\sto|will|would|could|might|should|if|clos\w+|open\w*|shut\w*|after|before|until|since|then|ago|once|last|next|from|left|leav\w+|only|new|more|fewer|less|plan\w*|option\w*|propos\w+|merg\w+|(?:19|20)\d\d)\b/i;

/** How far apart two counts of the same libraries may be, and the least that is counted wrong. */
const MOST_OFF = 2;
const FEWEST = 5;

interface Counted {
  readonly count: number;
  readonly words: string;
  readonly span: Span;
}

const counting = new BlockFinder(
  perBlockFor((block, name: string): readonly Counted[] =>
    /\b(?:libraries|branches)\b/i.test(block.text)
      ? ownSentences(block)
          .filter(({ text }) => !OTHERWISE.test(text))
          .flatMap((sentence) => countsIn(sentence.text, name).map((counted) => inBlock(sentence, counted)))
      : [],
  ),
);

function countsIn(text: string, name: string): readonly Counted[] {
  const found = [...text.matchAll(OWN)].map((match) => ({
    words: match[0],
    number: match[1]!,
    at: match.index,
  }));
  for (let at = name === '' ? -1 : text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const match = COUNTED.exec(text.slice(at + name.length));
    if (match) found.push({ words: name + match[0], number: match[1]!, at });
  }
  return found.flatMap(({ words, number, at }) => {
    const count = countOf(number);
    return count !== undefined && count > 1
      ? [{ count, words, span: { start: at, end: at + words.length } }]
      : [];
  });
}

/** The counts of a service's own libraries that differ from the one that its paper gives first or most often. */
export function ownLibraries(draft: Draft): readonly Clash[] {
  const { organisation = '' } = draft.frontMatter.data;
  const name = /^\p{Lu}[\p{L}’'-]{2,30}/u.exec(organisation)?.[0] ?? '';
  const all = allIn(counting, draft, name);
  const counts = [...new Set(all.map(({ count }) => count))];
  // Three counts are of three things.
  if (counts.length !== 2) return [];
  // Who counts again is out by one or two; what is far apart is of two things, such as all and those of a district.
  if (Math.abs(counts[0]! - counts[1]!) > MOST_OFF || least(counts) < FEWEST) return [];
  const often = (count: number): number => all.filter((one) => one.count === count).length;
  const [right] = counts.sort((a, b) => often(b) - often(a));
  const said = all.find(({ count }) => count === right)!;
  return all
    .filter(({ count }) => count !== right)
    .map(({ words, span }) => ({
      span,
      message: `“${words}” here, and “${said.words}” elsewhere in the paper, as it seems for the same libraries. Give one number, or say which of them are counted.`,
    }));
}
