/** What is done with a broken input of each kind: all that the product would, up to the end. */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Analysis, analyse } from '../../src/analysis';
import { verdictOn } from '../../src/cli/verdict';
import { parseXml } from '../../src/docx/xml-tree';
import { headings, parseDraft } from '../../src/draft';
import type { Draft } from '../../src/draft/types';
import { completionsAt } from '../../src/features/completion/completion';
import { codeLenses } from '../../src/features/coverage/code-lens';
import { hoverAt } from '../../src/features/coverage/hover';
import { catalogue } from '../../src/features/insert/catalogue';
import { defaultSettings } from '../../src/features/workspace/settings';
import { clipboardMarkdown, DocxError, importDocument } from '../../src/import';
import { builtInProject, isDraft } from '../../src/project';
import { textOf } from '../../src/project/draft-text';
import { isIgnored, readGitignore } from '../../src/project/gitignore';
import type { Project } from '../../src/project/types';
import { describeCoverage } from '../../src/report';
import { coverageHtml } from '../../src/report/html';
import { coverageMarkdown } from '../../src/report/markdown';
import { openReviews, resolveText, reviewMarks } from '../../src/reviews';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { skeleton } from '../../src/skeleton';
import { exportWord, TemplateError, writtenByUs } from '../../src/word';
import { MemoryFiles, projectOf, uri } from '../project/memory';
import { readPicture } from '../word/pictures/read-picture';
import { brokenBytes, brokenText, pick, type Random } from './mutate';
import {
  CLIPBOARD,
  CONFIGURATIONS,
  DRAFTS,
  documents,
  FRAMEWORKS,
  FRONT_MATTER,
  GITIGNORE,
  LIBRARIES,
  PICTURES,
  REVIEWED,
  SVG,
} from './seeds';

/** A kind of file: makes a broken one, and has the product take it. */
export interface Target {
  readonly name: string;
  make(next: Random): Uint8Array;
  take(input: Uint8Array): Promise<void>;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What every judgement must be, of whatever. */
function assertSound(draft: Draft, { findings }: Analysis): void {
  const inside = ({ start, end }: { start: number; end: number }): boolean =>
    start >= 0 && start <= end && end <= draft.text.length;
  for (const { rule, span, message, fixes } of findings) {
    if (!inside(span)) throw new Error(`${rule} marks ${span.start} to ${span.end} of ${draft.text.length}`);
    if (message === '') throw new Error(`${rule} says nothing`);
    for (const { edits } of fixes) {
      if (!edits.every((edit) => inside(edit.span))) throw new Error(`${rule} mends what is not there`);
    }
  }
}

function judgeAll(text: string, project: Project): void {
  const draft = parseDraft(text);
  const analysis = analyse(draft, project, { now: 202612 });
  assertSound(draft, analysis);
  const description = describeCoverage(draft, analysis.coverage, 'draft.md');
  coverageHtml([description]);
  coverageMarkdown([description]);
  const judged = {
    document: { uri: 'file:///w/draft.md', version: 1, draft, edited: false },
    project,
    settings: defaultSettings,
    pictures: 0,
    now: 202612,
    isDraft: true,
    analysis,
  };
  codeLenses(judged);
  for (const line of [0, 1, 3, 8, 20]) {
    hoverAt(judged, { line, character: 2 }, { ownCommands: true });
    completionsAt(judged, { line, character: 0 }, { insertsSnippets: true });
  }
  headings(draft);
  isDraft(draft, 'file:///w/draft.md', project);
}

/** As the command line has it, which says so where it fails. */
function judgeInTerminal(text: string, project: Project): void {
  for (const question of [
    { what: 'findings', kind: undefined, titles: true },
    { what: 'coverage' },
  ] as const) {
    const verdict = verdictOn(text, project, 'draft.md', question);
    if ('problem' in verdict && /mistake in advocacy/.test(verdict.problem)) throw new Error(verdict.problem);
  }
}

async function exportAll(
  text: string,
  project: Project,
  files: Record<string, Uint8Array> = {},
  template?: Uint8Array,
): Promise<void> {
  const { bytes } = await exportWord(parseDraft(text), project, {
    unfilled: unfilledWords,
    uri: uri('/w/draft.md'),
    folder: uri('/w'),
    files: new MemoryFiles(files),
    ...(template && { template }),
  });
  if (!writtenByUs(bytes)) throw new Error('The document is not known as ours');
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (/\.(?:xml|rels)$/.test(name)) parseXml(strFromU8(part));
  }
}

const PAPER =
  '---\nkind: briefing\n---\n\n# Our libraries\n\nTop Time brought 40 older people together each week, and SCL says that 90% feel less alone.[^1]\n\n[^1]: Library survey 2025.\n';

/** A workspace with one broken file that a configuration names. */
async function takeFile(name: string, input: Uint8Array, settings: object): Promise<void> {
  const files = new MemoryFiles({ '/w/.advocacy.json': JSON.stringify(settings), [`/w/${name}`]: input });
  const project = await projectOf(files, uri('/w/draft.md'), uri('/w'));
  assertPlaces(project);
  judgeAll(PAPER, project);
  const { kinds } = project.framework;
  const kind = kinds[input.length % Math.max(1, kinds.length)];
  if (kind) judgeAll(skeleton(kind, 'A title'), project);
  catalogue(project);
}

function assertPlaces({ problems }: Project): void {
  for (const { range, message } of problems) {
    const numbers = [range.start.line, range.start.character, range.end.line, range.end.character];
    if (!numbers.every((number) => Number.isInteger(number) && number >= 0))
      throw new Error(`Nowhere: ${message}`);
    // What stands in quotation marks is of the file, which may say anything.
    if (message === '' || /\bundefined\b|\[object/.test(message.replace(/“[^”]*”/g, '')))
      throw new Error(`No message: “${message}”`);
  }
}

const textTarget = (
  name: string,
  seeds: readonly string[],
  language: 'markdown' | 'yaml' | 'json' | 'xml',
  take: (input: Uint8Array) => Promise<void>,
): Target => ({
  name,
  make: (next) => {
    const bytes = encode(brokenText(next, pick(next, seeds), pick(next, seeds), language));
    return next() < 0.05 ? brokenBytes(next, bytes, bytes) : bytes;
  },
  take,
});

/** A document that is broken as an archive, or in one of its parts. */
function brokenDocument(next: Random, seeds: readonly Uint8Array[]): Uint8Array {
  const seed = pick(next, seeds);
  if (next() < 0.4) return brokenBytes(next, seed, pick(next, seeds));
  const parts = unzipSync(seed);
  const names = Object.keys(parts);
  for (let left = 1 + Math.floor(next() * 3); left > 0; left--) {
    const name = pick(
      next,
      names.filter((one) => /\.(?:xml|rels)$/.test(one)),
    );
    const text = strFromU8(parts[name]!);
    if (next() < 0.1) delete parts[name];
    else parts[name] = strToU8(brokenText(next, text, text, 'xml'));
    if (next() < 0.05)
      parts[pick(next, ['../x', '/x', 'word/vbaProject.bin', 'WORD/document.xml', ''])] = strToU8('x');
    if (!(name in parts)) names.splice(names.indexOf(name), 1);
  }
  return zipSync(parts, { level: 1 });
}

export async function targets(): Promise<readonly Target[]> {
  const seeds = await documents();
  let drafts = 0;
  return [
    textTarget('draft', DRAFTS, 'markdown', async (input) => {
      const read = textOf(input);
      if ('problem' in read) return;
      judgeAll(read.text, builtInProject);
      if (drafts++ % 4 === 0) await exportAll(read.text, builtInProject);
      else if (drafts % 4 === 0) judgeInTerminal(read.text, builtInProject);
    }),
    textTarget('front matter', FRONT_MATTER, 'yaml', async (input) => {
      const text = `---\n${decode(input)}\n---\n\n# Our libraries\n\nText.\n`;
      judgeAll(text, builtInProject);
      await exportAll(text, builtInProject);
    }),
    textTarget('configuration', CONFIGURATIONS, 'json', async (input) => {
      const files = new MemoryFiles({
        '/w/.advocacy.json': input,
        '/w/f.yaml': FRAMEWORKS[0]!,
        '/w/e.yaml': LIBRARIES[0]!,
      });
      const project = await projectOf(files, uri('/w/briefings/draft.md'), uri('/w'));
      assertPlaces(project);
      isDraft('# X\n', uri('/w/briefings/draft.md'), project);
      judgeAll(PAPER, project);
    }),
    textTarget('framework', FRAMEWORKS.slice(0, 2), 'yaml', (input) =>
      takeFile('f.yaml', input, { framework: 'f.yaml' }),
    ),
    textTarget('framework as JSON', FRAMEWORKS.slice(2), 'json', (input) =>
      takeFile('f.json', input, { framework: 'f.json' }),
    ),
    textTarget('evidence', LIBRARIES.slice(0, 1), 'yaml', (input) =>
      takeFile('e.yaml', input, { evidence: ['*.yaml'] }),
    ),
    textTarget('evidence as JSON', LIBRARIES.slice(1), 'json', (input) =>
      takeFile('e.json', input, { evidence: ['e.json'] }),
    ),
    {
      name: 'template',
      make: (next) => brokenDocument(next, seeds),
      async take(input) {
        try {
          await exportAll(PAPER, builtInProject, {}, input);
        } catch (error) {
          if (!(error instanceof TemplateError)) throw error;
        }
      },
    },
    {
      name: 'document in the way',
      make: (next) => brokenDocument(next, seeds),
      async take(input) {
        if (typeof writtenByUs(input) !== 'boolean') throw new Error('No answer');
      },
    },
    {
      name: 'picture',
      make: (next) =>
        next() < 0.3
          ? encode(brokenText(next, SVG, SVG, 'xml'))
          : brokenBytes(next, pick(next, PICTURES), pick(next, PICTURES)),
      async take(input) {
        const read = readPicture(input);
        if (
          'type' in read &&
          !(read.width > 0 && read.height > 0 && Number.isFinite(read.width * read.height))
        )
          throw new Error(`A picture of ${read.width} by ${read.height}`);
        if ('type' in read)
          await exportAll('# X\n\n![A chart](x.png "Visits")\n\n![Again](x.png)\n', builtInProject, {
            '/w/x.png': input,
          });
      },
    },
    {
      name: 'Word document',
      make: (next) => brokenDocument(next, seeds),
      async take(input) {
        try {
          const { markdown, pictures } = importDocument(input);
          judgeAll(markdown, builtInProject);
          if (pictures.some(({ bytes }) => bytes.length === 0)) throw new Error('An empty picture');
        } catch (error) {
          if (!(error instanceof DocxError)) throw error;
        }
      },
    },
    textTarget('clipboard', CLIPBOARD, 'xml', async (input) => {
      const text = decode(input);
      const made = clipboardMarkdown(text, 2, text);
      if (made !== undefined) parseDraft(JSON.stringify(made));
    }),
    textTarget('review', REVIEWED, 'markdown', async (input) => {
      const text = decode(input);
      const draft = parseDraft(text);
      reviewMarks(draft);
      openReviews(draft);
      for (const how of ['accept', 'reject'] as const) {
        const left = parseDraft(resolveText(text, how, { comments: 'drop' }));
        if (reviewMarks(left).changes.length > reviewMarks(draft).changes.length)
          throw new Error('More changes than before');
      }
      judgeAll(text, builtInProject);
    }),
    textTarget('.gitignore', [GITIGNORE], 'markdown', async (input) => {
      const rules = readGitignore(decode(input));
      for (const names of [['a'], ['build', 'x', 'xb.md'], ['a'.repeat(255), 'keep.md']])
        isIgnored(rules, names, false);
    }),
  ];
}
