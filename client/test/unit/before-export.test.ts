import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import type { ExportResult } from '../../../server/src/protocol';
import type * as word from '../../src/word/review';
import { requireWithout } from './without-vscode';

interface Item {
  readonly label: string;
  readonly chosen: unknown;
}

/** A list in which the first row is chosen as it opens, as in VS Code. */
class Pick {
  title = '';
  items: readonly Item[] = [];
  buttons: readonly unknown[] = [];
  #accept: () => void = () => undefined;
  #hide: () => void = () => undefined;
  constructor(
    private readonly shown: Pick[],
    private readonly answer: () => string | undefined,
  ) {}
  get activeItems(): readonly Item[] {
    const answer = this.answer();
    return this.items.filter(({ label }, index) => (answer === undefined ? index === 0 : label === answer));
  }
  onDidTriggerButton(): void {}
  onDidAccept(listener: () => void): void {
    this.#accept = listener;
  }
  onDidHide(listener: () => void): void {
    this.#hide = listener;
  }
  hide(): void {
    this.#hide();
  }
  dispose(): void {}
  show(): void {
    this.shown.push(this);
    setImmediate(() => this.#accept());
  }
}

describe('What is left to do before a paper is sent out', () => {
  const DRAFT = URI.file('/papers/a.md');
  const TO_FILL = { message: '“[insert date]” is still to be filled in', line: 9 };
  const FIRST = { message: '“[insert place]” is still to be filled in', line: 4 };
  const OPEN = { message: 'A change by Lee adds “daily”: accept or reject it.', line: 14 };
  const left = (some: Partial<ExportResult>): ExportResult => ({
    uri: 'file:///papers/a-final.docx',
    written: false,
    carries: [],
    placeholders: [],
    warnings: [],
    accessibility: [],
    reviews: [],
    findings: [],
    ...some,
  });
  let shown: Pick[];
  let done: string[];
  let lines: number[];
  let answer: string | undefined;
  let unsourced: number;
  let review: typeof word.review;
  let memory: word.Reviews;

  beforeEach(() => {
    [shown, done, lines, answer, unsourced] = [[], [], [], undefined, 0];
    const loaded = requireWithout<typeof word>('../../src/word/review', {
      Uri: URI,
      ThemeIcon: class {},
      QuickPickItemKind: { Separator: -1 },
      Position: class {
        constructor(line: number) {
          lines.push(line + 1);
        }
      },
      Range: class {},
      DiagnosticSeverity: { Hint: 3 },
      languages: {
        getDiagnostics: () =>
          Array.from({ length: unsourced }, (_, line) => ({
            source: 'advocacy',
            code: { value: 'figure-unsourced' },
            severity: 3,
            message: `“${line}%” has no source.`,
            range: { start: { line, compareTo: () => 0 } },
          })),
      },
      commands: { executeCommand: async (...args: unknown[]) => done.push(args.map(String).join(' ')) },
      window: {
        createQuickPick: () => new Pick(shown, () => answer),
        showTextDocument: async () => undefined,
        visibleTextEditors: [],
        tabGroups: { all: [] },
      },
      workspace: {
        openTextDocument: async () => ({ validatePosition: (position: unknown) => position }),
      },
    });
    review = loaded.review;
    memory = new loaded.Reviews();
  });
  const labels = () =>
    shown
      .at(-1)
      ?.items.slice(0, 2)
      .map(({ label }) => label);

  it('is gone to with Enter where something is still to be filled in, the first of it, which is selected', async () => {
    const result = left({ placeholders: [TO_FILL, FIRST] });
    assert.equal(await review(memory, DRAFT as never, result, true), false);
    assert.deepEqual(labels(), ['Go to the First One', 'Send Out Anyway']);
    assert.deepEqual(lines, [4]);
    assert.deepEqual(done, ['advocacy.nextPlaceholder file:///papers/a.md']);
  });

  it('can be sent out anyway, by the second choice, and is shown again the next time', async () => {
    answer = 'Send Out Anyway';
    const result = left({ placeholders: [FIRST] });
    assert.equal(await review(memory, DRAFT as never, result, true), true);
    assert.equal(await review(memory, DRAFT as never, result, true), true);
    assert.equal(shown.length, 2);
  });

  it('is shown where an export to colleagues let it pass', async () => {
    const result = left({ placeholders: [FIRST] });
    assert.equal(await review(memory, DRAFT as never, result, false), true);
    assert.equal(labels()?.[0], 'Export Anyway');
    assert.equal(await review(memory, DRAFT as never, result, false), true);
    assert.equal(shown.length, 1, 'nobody is asked twice before an export');
    assert.equal(await review(memory, DRAFT as never, result, true), false);
  });

  it('is led to Problems only for what stands there: open changes and comments do not', async () => {
    await review(memory, DRAFT as never, left({ reviews: [OPEN] }), false);
    assert.ok(!shown[0]!.items.some(({ label }) => label === 'Show Problems'));
    const finding = { message: '“41,200” has no source', line: 2, rule: 'figure-unsourced' };
    await review(memory, DRAFT as never, left({ reviews: [OPEN], findings: [finding] }), false);
    assert.ok(shown[1]!.items.some(({ label }) => label === 'Show Problems'));
  });

  it('leaves no other way while a review is open', async () => {
    assert.equal(
      await review(memory, DRAFT as never, left({ placeholders: [FIRST], reviews: [OPEN] }), true),
      false,
    );
    assert.equal(labels()?.[0], 'Go to the First One');
    assert.ok(!shown[0]!.items.some(({ label }) => /Anyway|Show Problems/.test(label)));
    assert.deepEqual([lines, done], [[14], []]);
  });

  it('says in one line how many figures have no source, and asks for none of them', async () => {
    unsourced = 5;
    assert.equal(await review(memory, DRAFT as never, left({}), false), true);
    assert.equal(shown.length, 0, 'nothing is asked for their sake');
    answer = '5 figures have no source';
    assert.equal(await review(memory, DRAFT as never, left({ placeholders: [FIRST] }), false), false);
    assert.deepEqual(done, ['advocacy.showCoverage']);
    assert.equal(
      (shown[0]!.items[2] as { description?: string }).description,
      'the Coverage view lists them',
    );
  });

  it('is passed with Enter where nothing is to be filled in', async () => {
    const result = left({
      findings: [{ message: '“41,200” has no source', line: 2, rule: 'figure-unsourced' }],
    });
    assert.equal(await review(memory, DRAFT as never, result, true), true);
    assert.equal(labels()?.[0], 'Export Anyway');
  });
});
