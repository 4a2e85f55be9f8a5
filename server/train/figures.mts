/**
 * Scores `figure-unsourced` by paragraph against labelled figures.
 *
 *   npx tsx server/train/figures.mts [--set NAME FOLDER LABELS] … [--only NAME] [--verbose]
 *
 * The sets in server/train/papers are always there; `--set` adds a folder of documents with its labels (JSON lines).
 * A paragraph is a block between blank lines, without comment lines. It is positive when it has a `claim` without a
 * source, left out when it has only the organisation's `own` bookkeeping without one or when two readers differ on it,
 * and negative otherwise. `--verbose` prints every paragraph that is judged wrongly, with its labels and with what the engine sees.
 */
import { folderSet, paperSets, score } from './figure-sets.mts';

const sets = paperSets();
let verbose = false;
let only: string | undefined;
const argv = process.argv.slice(2);
for (let i = 0; i < argv.length; i++) {
  const arg = argv[i]!;
  if (arg === '--set') sets.set(argv[++i]!, folderSet(argv[++i]!, argv[++i]!));
  else if (arg === '--only') only = argv[++i]!;
  else if (arg === '--verbose') verbose = true;
  else {
    console.error(`not understood: ${arg}`);
    process.exit(2);
  }
}

for (const [name, documents] of sets) {
  if (only && only !== name) continue;
  const { right, wrong, missed, own } = score(documents, verbose ? (lines) => console.log(lines) : undefined);
  const part = (of: number, all: number) => (all === 0 ? '–' : (of / all).toFixed(3));
  console.log(
    `${name.padEnd(14)} precision ${part(right, right + wrong)}  recall ${part(right, right + missed)}  ` +
      `(${right} right, ${wrong} wrong, ${missed} missed; own bookkeeping marked ${own}; ${documents.length} documents)`,
  );
}
