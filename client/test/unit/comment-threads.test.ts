import assert from 'node:assert/strict';
import type * as commentThreads from '../../src/reviews/comment-threads';
import { requireWithout } from './without-vscode';

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
  isEqual(other: Position): boolean {
    return this.line === other.line && this.character === other.character;
  }
  isBefore({ line, character }: Position): boolean {
    return this.line < line || (this.line === line && this.character < character);
  }
  translate(lines: number, characters: number): Position {
    return new Position(this.line + lines, this.character + characters);
  }
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...at: [Position, Position] | [number, number, number, number]) {
    [this.start, this.end] = at.length === 2 ? at : [new Position(at[0], at[1]), new Position(at[2], at[3])];
  }
  isEqual({ start, end }: Range): boolean {
    return this.start.isEqual(start) && this.end.isEqual(end);
  }
  intersection({ start, end }: Range): Range | undefined {
    return end.isBefore(this.start) || this.end.isBefore(start) ? undefined : this;
  }
}

interface Thread {
  range: Range;
  comments: readonly { readonly author: { readonly name: string } }[];
  collapsibleState?: string;
  dispose(): void;
}

class MarkdownString {
  appendText(): this {
    return this;
  }
}

/** Closes a document. */
let close: (document: { readonly uri: string }) => void;

/** Those that are shown, in the order in which VS Code was told of them. */
let threads: Thread[];
/** How often VS Code was given a provider of the ranges that can be commented on, after which it asks it. */
let asked = 0;
const editor = { document: undefined as unknown, selection: undefined as unknown as Range };
/** The one whose box for the answer has the cursor. */
let opened: Thread | undefined;

const { CommentThreads } = requireWithout<typeof commentThreads>('../../src/reviews/comment-threads', {
  Position,
  Range,
  Selection: Range,
  MarkdownString,
  CommentThreadCollapsibleState: { Expanded: 'expanded', Collapsed: 'collapsed' },
  CommentThreadState: { Resolved: 1, Unresolved: 0 },
  workspace: {
    onDidCloseTextDocument: (closed: typeof close) => {
      close = closed;
    },
  },
  window: {
    get activeTextEditor() {
      return editor;
    },
  },
  comments: {
    createCommentController: () => ({
      set commentingRangeProvider(_: unknown) {
        asked++;
      },
      createCommentThread: (_: unknown, range: Range) => {
        const thread: Thread = {
          range,
          comments: [],
          dispose: () => void threads.splice(threads.indexOf(thread), 1),
        };
        threads.push(thread);
        return thread;
      },
    }),
  },
  commands: {
    executeCommand: async (command: string) => {
      if (command !== 'editor.action.nextCommentThreadAction') return;
      const byStart = [...threads].sort((a, b) => (a.range.start.isBefore(b.range.start) ? -1 : 1));
      opened = byStart.find(({ range }) => editor.selection.end.isBefore(range.start)) ?? byStart[0];
    },
  },
});

describe('A comment’s sign in the margin', () => {
  const LONG =
    '- Four libraries close at noon on Saturdays, and the budget will decide whether that changes.';
  /** The line of the sign of a comment on the first words of a line. */
  const signOf = (lines: readonly string[], line: number): number => {
    const document = {
      uri: 'file:///a.md',
      lineCount: lines.length,
      lineAt: (at: number) => ({ text: lines[at]!, isEmptyOrWhitespace: lines[at]!.trim() === '' }),
      getText: () => 'Four',
    };
    const range = { start: { line, character: 2 }, end: { line, character: 6 } };
    const thread = { range, on: range, resolved: false, comments: [{ author: 'Ann', text: 'Why?' }] };
    threads = [];
    new CommentThreads({
      review: { document, marks: { threads: [thread], changes: [] } },
      onDidChange: () => undefined,
    } as never);
    return threads[0]!.range.end.line;
  };

  it('stands below a paragraph that may be wrapped, beside a line that is not', () => {
    assert.equal(signOf(['# Ashby', '', LONG, '', 'More.'], 2), 3);
    assert.equal(signOf(['# Ashby', '', LONG, '', 'More.'], 0), 0);
  });

  it('stands below a list without empty lines, as VS Code would have one beside each row of an item', () => {
    assert.equal(signOf(['# Ashby', '', LONG, LONG, LONG, '', 'More.'], 2), 5);
    assert.equal(signOf(['# Ashby', '', LONG, '- Two.', LONG, '', 'More.'], 3), 3);
  });

  it('stays where the end of the list is far away, or nothing follows', () => {
    assert.equal(signOf([...Array.from({ length: 30 }, () => LONG), '', 'More.'], 2), 2);
    assert.equal(signOf([LONG, LONG], 0), 0);
  });
});

describe('Answering a comment', () => {
  const document = {
    uri: 'file:///a.md',
    lineCount: 1,
    lineAt: () => ({ text: 'We ask the council.', range: new Range(0, 0, 0, 19) }),
    getText: () => 'the council',
  };
  const at = (start: number, end: number) => ({
    start: { line: 0, character: start },
    end: { line: 0, character: end },
  });
  const comment = (name: string, range: ReturnType<typeof at>, on: ReturnType<typeof at>) => ({
    range,
    on,
    resolved: false,
    comments: [{ author: name, text: 'Why?' }],
  });
  const answering = async (place: Range, ...found: ReturnType<typeof comment>[]) => {
    threads = [];
    editor.document = document;
    const shown = new CommentThreads({
      review: { document, marks: { threads: found, changes: [] } },
      onDidChange: () => undefined,
    } as never);
    await shown.answer(document as never, place as never);
    const expanded = threads.filter(({ collapsibleState }) => collapsibleState === 'expanded');
    return [opened, ...expanded].map((thread) => thread?.comments[0]?.author.name);
  };

  it('opens the one that is meant', async () => {
    const [ann, bo] = [comment('Ann', at(3, 6), at(3, 6)), comment('Bo', at(11, 18), at(11, 18))];
    assert.deepEqual(await answering(new Range(0, 4, 0, 4), ann, bo), ['Ann', 'Ann']);
    assert.deepEqual(await answering(new Range(0, 12, 0, 12), ann, bo), ['Bo', 'Bo']);
  });

  it('opens the one that is meant of two that begin with the same words', async () => {
    const [ann, bo] = [comment('Ann', at(3, 6), at(3, 6)), comment('Bo', at(3, 18), at(3, 18))];
    assert.deepEqual(await answering(new Range(0, 12, 0, 12), ann, bo), ['Bo', 'Bo']);
    assert.deepEqual(await answering(new Range(0, 4, 0, 4), ann, bo), ['Bo', 'Bo']);
    assert.deepEqual(await answering(new Range(0, 4, 0, 4), bo, ann), ['Ann', 'Ann']);
  });

  it('opens the one that is meant at the start of the paper, too', async () => {
    const [ann, bo] = [comment('Ann', at(0, 6), at(0, 6)), comment('Bo', at(0, 6), at(0, 6))];
    assert.deepEqual(await answering(new Range(0, 2, 0, 2), ann, bo), ['Bo', 'Bo']);
    assert.deepEqual(await answering(new Range(0, 2, 0, 2), ann), ['Ann', 'Ann']);
  });
});

describe('The list of comments', () => {
  const review = (uri: string, ...names: readonly string[]) => ({
    document: { uri, lineCount: 1, lineAt: () => ({ text: 'We ask.' }), getText: () => 'We' },
    marks: {
      changes: [],
      threads: names.map((author, at) => ({
        range: { start: { line: 0, character: at }, end: { line: 0, character: 7 } },
        resolved: false,
        comments: [{ author, text: 'Why?' }],
      })),
    },
  });
  const names = () => threads.map(({ comments: [first] }) => first!.author.name).sort();

  it('has those of each draft that was looked at, until it is closed or has them no more', () => {
    threads = [];
    let show: (shown: ReturnType<typeof review> | undefined) => void;
    new CommentThreads({
      review: review('file:///a.md', 'Ann', 'Bo'),
      onDidChange: (shown: typeof show) => {
        show = shown;
      },
    } as never);
    // Another file is in front, and then another draft.
    show!(undefined);
    assert.deepEqual(names(), ['Ann', 'Bo']);
    show!(review('file:///b.md', 'Cai'));
    assert.deepEqual(names(), ['Ann', 'Bo', 'Cai']);
    show!(review('file:///a.md', 'Bo'));
    assert.deepEqual(names(), ['Bo', 'Cai']);
    close({ uri: 'file:///b.md' });
    assert.deepEqual(names(), ['Bo']);
    show!(review('file:///a.md'));
    assert.deepEqual(names(), []);
  });
});

describe('A paper that comes under review while it is shown', () => {
  const document = {
    uri: 'file:///a.md',
    lineCount: 1,
    lineAt: () => ({ text: 'We ask.' }),
    getText: () => 'We',
  };
  const change = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } } };
  const review = (...changes: readonly (typeof change)[]) => ({ document, marks: { changes, threads: [] } });

  it('has VS Code ask again once which lines can be commented on, and show its comments anew', async () => {
    asked = 0;
    threads = [];
    let show: (shown: ReturnType<typeof review>) => void;
    new CommentThreads({
      review: review(),
      onDidChange: (shown: typeof show) => {
        show = shown;
      },
    } as never);
    const shown = async (...changes: readonly (typeof change)[]) => {
      show(review(...changes));
      await new Promise(setImmediate);
      return asked;
    };
    assert.equal(await shown(), 1);
    assert.equal(await shown(change), 2);
    assert.equal(await shown(change, change), 2);
    assert.equal(await shown(), 2);
    assert.equal(await shown(change), 3);
    close(document);
    assert.equal(await shown(change), 4);
  });
});
