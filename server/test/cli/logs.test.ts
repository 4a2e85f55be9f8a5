import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Link, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { SaxesParser } from 'saxes';
import { prettyCoverage } from '../../src/cli/formats/coverage-pretty';
import { githubFormat } from '../../src/cli/formats/github';
import { jsonFormat } from '../../src/cli/formats/json';
import { junitFormat } from '../../src/cli/formats/junit';
import { prettyFormat } from '../../src/cli/formats/pretty';
import { type CheckFormat, JsonList } from '../../src/cli/formats/report';
import { sarifFormat } from '../../src/cli/formats/sarif';
import { styleFor } from '../../src/cli/terminal';
import { verdictOn } from '../../src/cli/verdict';
import { builtInProject } from '../../src/project/load';
import type { CoverageDescription, FindingReport } from '../../src/report';
import { coverageHtml } from '../../src/report/html';
import { coverageMarkdown } from '../../src/report/markdown';
import { harmless, harmlessOutput } from '../../src/text/plain-output';
import { runs } from '../random-runs';
import { hostile, ORDERS } from './hostile-words';
import { githubCommand, groupOf, linesOf, linksOfSarif, orderIn } from './log-readers';
import { inProcess as advocacy, workspace } from './run';

const RUNS = runs(50);

interface Draft {
  readonly file: string;
  readonly text: string;
}

/** A draft with its words in every place that a message or a report quotes. */
const draftOf = (file: string, title: string, word: string): Draft => {
  const line = word.replace(/[\r\n]+/g, ' ');
  return {
    file: file.replace(/[\0/]/g, '') || 'a',
    text: `---
kind: ${JSON.stringify(line)}
title: ${JSON.stringify(title)}
${JSON.stringify(line)}: x
---

# ${title}

The library’s digital club ${line} helped 430 older people ${line} to get online last year, so that 9 in 10 feel less alone.
Visits rose by 45% ${line} in 2023. [insert ${word}] ![](${line}) [here](${line}) [^${line}]

<!-- advocacy-disable ${line} -->

| ${line} | Visits |
|---|---|
| ${line} | 12 |
| Total | 13 |
`,
  };
};

const drafts = fc.array(
  fc.tuple(hostile, hostile, hostile).map((words) => draftOf(...words)),
  {
    minLength: 1,
    maxLength: 2,
  },
);

interface Judged {
  readonly file: string;
  readonly findings: readonly FindingReport[];
  readonly coverage: CoverageDescription;
}

/** What was judged, by the draft: the tests below see the same ones, each in another form. */
const known = new Map<string, Judged>();

function judged(draft: Draft): Judged {
  const key = `${draft.file}\n${draft.text}`;
  const found = known.get(key) ?? judge(draft);
  known.set(key, found);
  return found;
}

function judge({ file, text }: Draft): Judged {
  const findings = verdictOn(text, builtInProject, file, {
    what: 'findings',
    kind: undefined,
    titles: false,
  });
  const coverage = verdictOn(text, builtInProject, file, { what: 'coverage' });
  assert.ok(!('problem' in findings) && !('problem' in coverage));
  return { file, findings, coverage };
}

/** What `check` prints, and what it was made of before the last look at it. */
function checked(format: CheckFormat, all: readonly Judged[]): { made: string; printed: string } {
  const made = [
    format.start(),
    ...all.map(({ file, findings }) => format.file({ file, findings })),
    format.end({
      files: all.length,
      errors: 0,
      warnings: 2,
      notes: 0,
      fixable: 0,
      failed: true,
      troubles: all.map(({ file }) => `${file}: there is no such file.`),
    }),
  ].join('');
  return { made, printed: harmlessOutput(made, format.own) };
}

function holdsForAll(look: (all: readonly Judged[]) => void, given = drafts): void {
  fc.assert(
    fc.property(given, (some) => look(some.map(judged))),
    { numRuns: RUNS },
  );
}

const PLAIN = styleFor({ isTTY: false }, {});
const TERMINAL = styleFor({ isTTY: true, columns: 40 }, {});
/** No controls but ends of lines, nothing that turns the direction of writing, no halves of characters. */
const CLEAN = /^(?:[\n\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]|\u200c|\u200d|[\u{e0030}-\u{e007f}])*$/u;

/** Nothing in a text gives orders to a terminal or a log. */
function isPlain(text: string): void {
  assert.match(text, CLEAN);
  for (const line of linesOf(text)) assert.equal(orderIn(line), undefined, line);
}

describe('Whatever a draft, its title and its file are called', () => {
  it('check for people has no line that is an order, without colours and with them', () => {
    holdsForAll((all) => {
      const { made, printed } = checked(prettyFormat(PLAIN, true), all);
      isPlain(printed);
      assert.equal(printed, made);
      const lines = linesOf(checked(prettyFormat(TERMINAL, true), all).printed);
      for (const line of lines) assert.equal(orderIn(line), undefined, line);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are ours
      isPlain(lines.join('\n').replace(/\u001b\[\d{1,2}m/g, ''));
    });
  });

  it('check for GitHub has nothing but its own commands, each with the place and the rule that are meant', () => {
    holdsForAll((all) => {
      const { made, printed } = checked(githubFormat('/work'), all);
      assert.equal(printed, made);
      assert.match(printed, CLEAN);
      const lines = linesOf(printed.trimEnd()).filter((line) => line !== '');
      assert.equal(lines.length, all.flatMap(({ findings }) => findings).length);
      for (const line of lines) {
        assert.match(githubCommand(line)!, /^(?:error|warning|notice)$/);
        assert.match(
          line,
          /^::\w+ file=[^,:]*,line=\d+,endLine=\d+,col=\d+(?:,endColumn=\d+)?,title=[a-z-]+::/u,
        );
        assert.equal(orderIn(line.replace(/^::\w+ /, '')), undefined);
      }
    });
  });

  it('check as JSON is the same, exactly, and has no line that is an order', () => {
    holdsForAll((all) => {
      const { made, printed } = checked(jsonFormat(), all);
      assert.equal(printed, made);
      isPlain(printed);
      const read = JSON.parse(printed) as Judged[];
      assert.deepEqual(
        read.map(({ file, findings }) => [file, findings.map(({ message }) => message)]),
        all.map(({ file, findings }) => [file, findings.map(({ message }) => message)]),
      );
    });
  });

  it('check as JUnit is XML, and has no order in it, as it stands and as it is read', () => {
    holdsForAll((all) => {
      const { made, printed } = checked(junitFormat(), all);
      assert.equal(printed, made);
      isPlain(printed);
      const read = readXml(printed);
      for (const text of read.texts) isPlain(text);
      const cases = all.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
      assert.equal(read.names.filter((name) => name === 'testcase').length, cases + all.length + 1);
    });
  });

  it('check as SARIF has messages without links, and is told what they say', () => {
    holdsForAll((all) => {
      const { made, printed } = checked(sarifFormat('/work place/##[x]'), all);
      assert.equal(printed, made);
      isPlain(printed);
      const [run] = JSON.parse(printed).runs;
      const findings = all.flatMap((one) => one.findings);
      assert.equal(run.results.length, findings.length);
      for (const [i, { message, locations, ruleIndex, ruleId }] of run.results.entries()) {
        assert.deepEqual(linksOfSarif(message.text), []);
        assert.equal(withoutBackslashes(message.text), harmless(findings[i]!.message));
        assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
        assert.doesNotThrow(() => new URL(locations[0].physicalLocation.artifactLocation.uri, 'file:///a/'));
      }
      for (const { message } of run.invocations[0].toolExecutionNotifications) {
        assert.deepEqual(linksOfSarif(message.text), []);
      }
    });
  });

  it('coverage has no line that is an order: for people, as Markdown, as a page and as JSON', () => {
    holdsForAll((all) => {
      const each = all.map(({ coverage }) => coverage);
      const list = new JsonList();
      const outputs = [
        each.map((one) => prettyCoverage(one, PLAIN)).join('\n'),
        coverageMarkdown(each),
        coverageHtml(each),
        each.map((one) => list.item(one)).join('') + list.end(),
      ];
      for (const output of outputs) {
        isPlain(output);
        assert.equal(harmlessOutput(output), output);
      }
      assert.deepEqual(JSON.parse(outputs[3]!), JSON.parse(JSON.stringify(each)));
      for (const text of outputs[2]!.split(/<[^>]*>/)) isPlain(decoded(text));
      assert.deepEqual(marksOf(asGitHub(outputs[1]!)), []);
      for (const one of each) {
        for (const line of linesOf(prettyCoverage(one, TERMINAL))) {
          assert.equal(orderIn(harmlessOutput(line)), undefined);
        }
      }
    });
  });
});

/** A message of SARIF as its viewers show it. */
function withoutBackslashes(message: string): string {
  return message.replace(/\\+[[\]]/g, (run) => '\\'.repeat((run.length - 2) / 2) + run.at(-1));
}

/** What a reader of XML makes of it; throws where it is none. */
function readXml(xml: string): { readonly names: readonly string[]; readonly texts: readonly string[] } {
  const names: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name);
    for (const value of Object.values(attributes)) texts.push(String(value));
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(xml).close();
  return { names, texts };
}

const decoded = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => readXml(`<a>${entity}</a>`).texts.join(''));

const asGitHub = (markdown: string): Nodes =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** What in Markdown is more than the report's own headings, lists and words. */
function marksOf(node: Nodes): readonly string[] {
  const isMark = ['link', 'linkReference', 'image', 'imageReference', 'html', 'definition', 'code'].includes(
    node.type,
  );
  const own = isMark ? [`${node.type} ${(node as Link).url ?? ''}`] : [];
  return 'children' in node ? own.concat(...node.children.map(marksOf)) : own;
}

describe('A file with a name that gives orders', () => {
  before(function (this: Mocha.Context) {
    if (process.platform === 'win32') this.skip();
  });

  const names = [...ORDERS, '--- x', '+++ x', '~~~ x']
    .filter((name) => !/[\0\ud800-\udfff/]/.test(name))
    .map((name) => `${name}.md`);
  const files = Object.fromEntries(
    names.flatMap((name) => [
      [name, '---\nkind: briefing\n---\n\n# A\n\nThe library [insert date] opens.\n'],
      [`bad ${name}`, Uint8Array.of(0xff, 0xfe, 0xfd)],
    ]),
  );
  const commands: readonly (readonly string[])[] = [
    ['check', '.'],
    ['check', '.', '--format', 'json'],
    ['check', '.', '--format', 'sarif'],
    ['check', '.', '--format', 'junit'],
    ['coverage', '.'],
    ['coverage', '.', '--format', 'markdown'],
    ['coverage', '.', '--format', 'html'],
    ['coverage', '.', '--format', 'json'],
    ['export', '.', '--out-dir', 'out'],
    ['export', '.', '--out-dir', 'out', '--strict'],
    ['import', '--- x.docx', '+++ x.docx', '--out-dir', 'out'],
    ['explain', '--passage', '::error::x.md:7'],
    ['explain', '--passage', '##[error]x.md:7'],
    ['init', '##[error]x'],
    ['new', 'letter', '-o', '##[error]x.md'],
    ['new', 'letter', '--title', '\u001b[31m##vso[task.x]', '-o', '-'],
    ['new', '::error::x'],
    ['check', '::error::\u001b[31m##vso[task.x]'],
    ['::error::\u001b[31m##vso[task.x]'],
    ['check', '--kind', '##vso[task.x]', '.'],
    ['help', '##[error]x'],
  ];
  for (const command of commands) {
    it(`prints no order: advocacy ${JSON.stringify(command.join(' '))}`, async () => {
      const { stdout, stderr } = await advocacy(command, { cwd: workspace(files) });
      assert.ok(stdout !== '' || stderr !== '');
      for (const output of [stdout, stderr]) {
        isPlain(output);
        for (const line of linesOf(output)) assert.equal(groupOf(line), undefined, line);
      }
    });
  }

  it('has its findings with GitHub, where only ours are commands', async () => {
    const { stdout, stderr } = await advocacy(['check', '.', '--format', 'github'], {
      cwd: workspace(files),
    });
    isPlain(stderr);
    assert.ok(linesOf(stdout).length > names.length);
    for (const line of linesOf(stdout.trimEnd())) {
      assert.match(line, /^::(?:error|warning|notice) file=/);
      assert.equal(orderIn(line.slice(2)), undefined);
    }
  });
});
