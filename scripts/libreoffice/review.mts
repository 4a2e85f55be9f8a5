// LibreOffice Writer as a reviewer: what it does to exported documents, and what it shows of them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDraft } from '../../server/src/draft';
import { type MarkedChange, reviewMarks } from '../../server/src/reviews';
import { office, root } from './office.mjs';

const EXAMPLES = ['cabinet-report.md', 'press-release.md', 'briefings/ashcombe-road.md'];
const REVIEWER = 'Lena Ortiz';

/** A change or comment that the reviewer made in Writer. */
interface Deed {
  readonly kind: 'insertion' | 'deletion' | 'substitution' | 'comment';
  readonly old?: string;
  readonly now?: string;
  readonly on?: string;
  readonly texts?: readonly string[];
}

/** What Writer shows of a review. Dates are to the minute. */
interface Shown {
  readonly changes: readonly {
    readonly kind: string;
    readonly author: string;
    readonly date: string;
    readonly words: string;
  }[];
  readonly comments: readonly {
    readonly author: string;
    readonly date: string;
    readonly text: string;
    readonly resolved: boolean;
    readonly name: string;
    readonly parent: string;
  }[];
}

const folder = join(root, '.build/libreoffice');
const file = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(file(name), 'utf8');

function advocacy(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`advocacy ${args.join(' ')} ended with ${status}:\n${stderr}`);
}

/** The changes and comments of a reviewer that are missing in a draft after bringing them home. */
function missing(deeds: readonly Deed[], draft: string): readonly string[] {
  const parsed = parseDraft(draft);
  const { changes, threads } = reviewMarks(parsed);
  const words = (span: MarkedChange['old']): string => (span ? draft.slice(span.start, span.end) : '');
  const theirs = changes.filter(({ by }) => by?.author === REVIEWER);
  const said = threads.map(({ comments }) => comments.map(({ comment }) => comment.text).join('\n'));
  // A comment reports changes of text that the export adds, and of the details at the top.
  const told = said.filter((text) =>
    /^Changed in what the export writes|^The [a-z]+ w(?:as|ere) changed/.test(text),
  );
  const isHome = ({ kind, old, now, texts }: Deed): boolean => {
    if (kind === 'comment') return said.some((text) => text.includes(texts!.join('\n')));
    const inserted = now === undefined || theirs.some((change) => words(change.now).includes(now));
    const deleted = old === undefined || theirs.some((change) => words(change.old).includes(old));
    return (inserted && deleted) || told.some((text) => text.includes(now ?? '') && text.includes(old ?? ''));
  };
  return deeds.filter((deed) => !isHome(deed)).map((deed) => JSON.stringify(deed));
}

/** The changes and comments of a draft that Writer does not show. */
function unseen(draft: string, shown: Shown): readonly string[] {
  const { changes, threads } = reviewMarks(parseDraft(draft));
  const minute = (date: string | undefined): string => (date ?? '').slice(0, 16);
  const plain = (text: string): string =>
    text
      .replace(/\[\^[^\]]*\]|\{==|==\}|\{>>.*?<<\}/g, '')
      .replace(/[\s*_\\]+/g, '')
      .trim();
  const byKind = (kind: string, author: string): string =>
    plain(
      shown.changes
        .filter((change) => change.kind === kind && change.author === author)
        .map((change) => change.words)
        .join(''),
    );
  const lost: string[] = [];
  for (const { by, old, now } of changes) {
    for (const [kind, span] of [
      ['Delete', old],
      ['Insert', now],
    ] as const) {
      const words = span === undefined ? '' : plain(draft.slice(span.start, span.end));
      if (!byKind(kind, by?.author || 'Unknown Author').includes(words))
        lost.push(`${kind} by ${by?.author}: ${words}`);
      const isDated = shown.changes.some((one) => one.author === by?.author && one.date === minute(by?.date));
      if (by?.date !== undefined && !isDated) lost.push(`${kind} by ${by.author} in ${by.date}`);
    }
  }
  for (const { comments, resolved } of threads) {
    const [first, ...replies] = comments.map(({ comment }) =>
      shown.comments.find(
        ({ author, date, text }) =>
          author === comment.author &&
          (comment.date === undefined || date === minute(comment.date)) &&
          plain(text) === plain(comment.text),
      ),
    );
    const isWhole =
      first?.resolved === resolved &&
      replies.every((reply) => reply !== undefined && reply.parent === first.name);
    if (!isWhole) lost.push(`A thread: ${comments.map(({ comment }) => comment.text).join(' / ')}`);
  }
  return lost;
}

/** Makes pictures of the first pages of a document in Writer. */
function picture(name: string): void {
  execFileSync('pdftoppm', ['-png', '-r', '70', '-l', '3', file(`${name}.pdf`), file(name)]);
}

/**
 * Lets Writer review the examples, compares what is brought home with what was done, and what Writer shows with the
 * reviews in the drafts. Leaves all documents, and pictures of them in Writer, in `.build/libreoffice`.
 *
 * @throws Error if something is lost
 */
export function reviewExamples(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let failures = 0;
  const tell = (what: string, all: number, lost: readonly string[]): void => {
    console.log(`  ${what}: ${all - lost.length} of ${all}`);
    for (const one of lost) console.log(`    not ${one}`);
    failures += lost.length;
  };
  for (const example of EXAMPLES) {
    const name = basename(example, '.md');
    const draft = join(root, 'examples', example);
    console.log(example);
    advocacy('export', draft, '-o', file(`${name}.docx`));
    const reviews = [
      ['saved as .docx', { do: 'review', from: file(`${name}.docx`), to: file(`${name}-reviewed.docx`) }],
      [
        'saved as .odt, and that as .docx',
        {
          do: 'review',
          from: file(`${name}.docx`),
          by: file(`${name}.odt`),
          to: file(`${name}-by-odt.docx`),
        },
      ],
    ] as const;
    const done = office<readonly Deed[]>(reviews.map(([, job]) => job));
    for (const [at, [how, { to }]] of reviews.entries()) {
      const deeds = done[at]!;
      const home = to.replace('.docx', '.md');
      advocacy('import', to, '--into', draft, '-o', home);
      tell(`changes and comments that come home, ${how}`, deeds.length, missing(deeds, read(basename(home))));
      const rejected = to.replace('.docx', '-rejected.md');
      advocacy('import', to, '--into', draft, '-o', rejected, '--changes', 'reject', '--comments', 'drop');
      const isSame = read(basename(rejected)) === readFileSync(draft, 'utf8');
      tell('the draft again, with all of it rejected', 1, isSame ? [] : ['byte for byte']);
    }
    const ours = `${name}-by-odt`;
    writeFileSync(file('ours.md'), read(`${ours}.md`));
    advocacy('export', file('ours.md'), '-o', file(`${name}-ours.docx`));
    const [shown] = office<Shown>([
      { do: 'look', from: file(`${name}-ours.docx`) },
      { do: 'picture', from: file(`${name}-ours.docx`), to: file(`${name}-ours.pdf`) },
    ]);
    const { changes, threads } = reviewMarks(parseDraft(read(`${ours}.md`)));
    tell(
      'changes and comments of ours that Writer shows',
      changes.length + threads.length,
      unseen(read(`${ours}.md`), shown!),
    );
    picture(`${name}-ours`);
  }
  if (failures > 0) throw new Error(`${failures} things were lost on the way.`);
  console.log(`Pictures of what Writer shows are in ${folder}.`);
}
