/**
 * Compares a draft that is edited step by step with one that is read as a whole, over many random edits: its blocks,
 * its findings and its coverage. Ends at the first difference.
 *
 *     npx tsx scripts/fuzz-edits.mts [EDITS] [SEED] [FILE…]
 *
 * EDITS (10,000) are spread over texts made of hostile Markdown, and over the given files between them; the same
 * SEED (1) makes the same edits.
 */
import { readFileSync } from 'node:fs';
import { analyse } from '../server/src/analysis';
import { type Draft, editDraft, parseDraft } from '../server/src/draft/index';
import { builtInProject } from '../server/src/project/load';
import { coverageReport } from '../server/src/report/index';
import { hostileChange, hostileText, random, written } from '../server/test/draft/hostile';

const EDITS_IN_A_TEXT = 200;
const LONGEST = 6_000;
/** One in so many texts is long, so that it has several runs of blocks. */
const ONE_IN = 8;
const LONG = 30_000;
const EDITS_IN_A_LONG_TEXT = 20;

const [edits = '10000', firstSeed = '1', ...files] = process.argv.slice(2);
let done = 0;
let kept = 0;
let blocks = 0;
const started = Date.now();

for (let seed = Number(firstSeed), texts = 0; done < Number(edits); seed++, texts++) {
  const next = random(seed);
  const long = texts % ONE_IN === ONE_IN - 2;
  const most = long ? LONG : LONGEST;
  const file = texts % 2 === 1 ? files[(texts >> 1) % files.length] : undefined;
  const text =
    file === undefined
      ? hostileText(next, long ? LONG / 2 : 20 + next() * 2_000)
      : readFileSync(file, 'utf8').slice(0, LONGEST);
  // The text has many pieces, some of a single character.
  let draft = parseDraft(text, 1 + Math.floor(next() ** 3 * 2_000));
  const inText = long ? EDITS_IN_A_LONG_TEXT : EDITS_IN_A_TEXT;
  for (let index = 0; index < inText && done < Number(edits); index++, done++) {
    const change = hostileChange(next, draft.text);
    const edited = editDraft(draft, change);
    const { start, end } = change.span;
    // The new text is not taken from the edited draft, which joins it from pieces.
    const whole = parseDraft(draft.text.slice(0, start) + change.text + draft.text.slice(end));
    const [one, other] = [judged(edited), judged(whole)];
    if (edited.text !== whole.text || written(edited) !== written(whole) || one !== other) {
      console.error(`Different at seed ${seed}, edit ${index}.`);
      console.error(JSON.stringify({ text: draft.text, change }));
      console.error(one === other ? difference(edited, whole) : `${one}\n${other}`);
      process.exit(1);
    }
    const before = new Set(draft.blocks.map(({ block }) => block));
    blocks += edited.blocks.length;
    kept += edited.blocks.filter(({ block }) => before.has(block)).length;
    draft = edited.text.length > most ? parseDraft(hostileText(next, 1_000)) : edited;
  }
  if (texts % 50 === 49) console.log(`${done} edits in ${texts + 1} texts`);
}

const share = ((100 * kept) / blocks).toFixed(1);
console.log(
  `${done} edits, all equal to reading the whole; ${share} % of the blocks were kept; ${Date.now() - started} ms.`,
);

function judged(draft: Draft): string {
  const { coverage, findings } = analyse(draft, builtInProject, { now: 202612 });
  return JSON.stringify([coverageReport(draft, coverage, ''), findings]);
}

function difference(edited: Draft, whole: Draft): string {
  for (let index = 0; ; index++) {
    const [one, other] = [edited.blocks[index], whole.blocks[index]];
    if (JSON.stringify(one) === JSON.stringify(other) && one !== undefined) continue;
    return `Block ${index}:\n${JSON.stringify(one)}\n${JSON.stringify(other)}`;
  }
}
