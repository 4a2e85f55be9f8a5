/**
 * Classes of words that claims are made of, whatever stands between them: “the highest score that anybody has had in
 * Wales” ranks somebody as “the highest in Wales” does, which pairs of neighbouring words do not tell.
 */
import type { Words } from '../words/tokenize';
import type { Token } from './tokens';

const WORDS = {
  /** What somebody is compared with, or ranked in. */
  scope:
    'wales england scotland ireland britain uk london europe world nation national nationally country county region regional regionally borough district city north south east west midlands sector average anywhere elsewhere neighbour neighbours neighbouring peers others',
  people:
    'people adults adult children child young residents resident families family households household pupils pensioners parents women men users customers population homes employers patients students',
  hearsay:
    'experts expert everyone everybody nobody known thought told understand understood evidence research proven shown agreed widely recognised regarded reputation belief apparently',
  more: 'more less fewer higher lower better worse faster cheaper longer sooner double twice treble times half than',
  money: 'cost costs save saves saved saving savings worth price prices spend pays value',
  change:
    'rise rises rose risen fall falls fell fallen grow grows grew grown doubled halved trebled increase increased growing falling rising reduced cut drop dropped',
  own: 'we our us ours my i',
  rank: 'only leading worst first second third fourth fifth top bottom record unique',
} as const;

type WordClass = keyof typeof WORDS | 'superlative';

const CLASS_OF = new Map<string, WordClass>(
  (Object.entries(WORDS) as [keyof typeof WORDS, string][]).flatMap(([name, words]) =>
    words.split(' ').map((word) => [word, name] as const),
  ),
);

/** Words that end as superlatives do. */
const NO_SUPERLATIVE = new Set(
  'test interest request forest guest honest latest harvest invest suggest protest contest digest manifest arrest breast chest'.split(
    ' ',
  ),
);
const SHORTEST_SUPERLATIVE = 6;

function classOf(word: string, next: string | undefined): WordClass | undefined {
  if (word === 'most' || word === 'least')
    return next !== undefined && next !== 'of' && !CLASS_OF.has(next) ? 'superlative' : undefined;
  if (word.length >= SHORTEST_SUPERLATIVE && word.endsWith('est') && !NO_SUPERLATIVE.has(word))
    return 'superlative';
  return CLASS_OF.get(word);
}

/** Calls back with a feature for each class that a sentence has words of, shapes of numbers among them, and for each two of them. */
export function eachClass(
  { lower }: Words,
  tokens: readonly Token[],
  visit: (feature: string) => void,
): void {
  const found = new Set<string>();
  lower.forEach((word, i) => {
    const name = classOf(word, lower[i + 1]);
    if (name) found.add(name);
    const { number } = tokens[i]!;
    if (number) found.add(number);
  });
  const all = [...found].sort();
  all.forEach((one, i) => {
    visit(`class:${one}`);
    for (const other of all.slice(i + 1)) visit(`class:${one}+${other}`);
  });
}
