import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import type { setUp as SetUp } from '../../src/commands/set-up';
import type { Context } from '../../src/commands/support';
import { requireWithout } from './without-vscode';

class NotFound extends Error {
  readonly code = 'FileNotFound';
}

const BACK = Symbol('back');
const ESCAPE = Symbol('escape');
type Answer = string | typeof BACK | typeof ESCAPE;

/** A question of VS Code that is answered as soon as it is shown; its list has its values as labels. */
class Question {
  title?: string;
  step?: number;
  prompt?: string;
  placeholder?: string;
  value = '';
  buttons: readonly unknown[] = [];
  items: readonly { readonly value: string }[] = [];
  activeItems: readonly { readonly value: string }[] = [];
  #accept!: () => void;
  #back!: (button: unknown) => void;
  #hide!: () => void;
  onDidAccept(then: () => void) {
    this.#accept = then;
  }
  onDidTriggerButton(then: (button: unknown) => void) {
    this.#back = then;
  }
  onDidHide(then: () => void) {
    this.#hide = then;
  }
  constructor(
    readonly left: Answer[],
    readonly shown: string[],
    readonly asked: string[],
  ) {}
  show() {
    const now = this.items.length > 0 ? (this.activeItems[0]?.value ?? '') : this.value;
    this.shown.push(`${this.step} “${now}”${this.buttons.length > 0 ? ' Back' : ''}`);
    this.asked.push(`${this.prompt ?? this.placeholder}`);
    const answer = this.left.shift() ?? ESCAPE;
    if (answer === BACK) return this.#back(BACK);
    if (answer === ESCAPE) return this.#hide();
    this.value = answer;
    this.activeItems = this.items.filter(({ value }) => value === answer);
    this.#accept();
    // Nothing in the list has what is typed: the question stays.
    if (this.items.length > 0 && this.activeItems.length === 0) this.show();
  }
  dispose() {
    this.#hide();
  }
}

interface Seen {
  readonly files: string[];
  readonly messages: string[];
  /** The number of each question, what stood in it, and whether one could go back. */
  readonly shown: string[];
  /** What was asked, in words. */
  readonly asked: string[];
  about?: unknown;
}

/** What is written and said where somebody gives these answers to the questions, and to the offer to save. */
async function seen(answers: readonly Answer[], about: object = {}, wanted?: string): Promise<Seen> {
  const left = [...answers];
  const all: Seen = { files: [], messages: [], shown: [], asked: [] };
  const question = () => new Question(left, all.shown, all.asked);
  const { setUp } = requireWithout<{ setUp: typeof SetUp }>('../../src/commands/set-up', {
    FileSystemError: NotFound,
    QuickInputButtons: { Back: BACK },
    Uri: new Proxy(URI, { get: (of, key) => (key === 'joinPath' ? Utils.joinPath : Reflect.get(of, key)) }),
    window: {
      createInputBox: question,
      createQuickPick: question,
      showInformationMessage: async (message: string, ...buttons: string[]) => {
        all.messages.push(message);
        return buttons.find((button) => button === wanted);
      },
    },
    workspace: {
      workspaceFolders: [{ uri: URI.file('/w') }],
      getWorkspaceFolder: () => ({ uri: URI.file('/w') }),
      fs: {
        stat: () => Promise.reject(new NotFound()),
        writeFile: async (uri: URI, bytes: Uint8Array) =>
          all.files.push(`${uri.path} ${new TextDecoder().decode(bytes)}`),
      },
    },
  });
  const server = {
    uri: String,
    request: async (_: unknown, params: { readonly about?: object }) =>
      'about' in params ? { text: JSON.stringify(params.about) } : { kinds: [], about },
  };
  all.about = await setUp({ server } as unknown as Context, []);
  // An offer is answered behind the command.
  await new Promise(setImmediate);
  return all;
}

describe('Setting up who writes', () => {
  it('keeps what was answered, with the settings of the folder', async () => {
    const { files, shown } = await seen(['Ashby Libraries', ' Ashby ', 'Wales', '', '', '']);
    assert.deepEqual(files, [
      '/w/.advocacy.json {"organisation":"Ashby Libraries","place":"Ashby","nation":"Wales"}',
    ]);
    assert.deepEqual(
      shown.map((one) => one[0]),
      ['1', '2', '3', '4', '5', '6'],
    );
  });

  it('says where they are kept, and nothing where none were given', async () => {
    const { messages } = await seen(['Ashby Libraries', '', '', '', '', '']);
    assert.match(messages.join(), /begin with these details\. They stand in its \.advocacy\.json\./);
    assert.deepEqual((await seen(['', '', '', '', '', ''])).messages, []);
  });

  it('leaves no file behind where nothing was answered', async () => {
    assert.deepEqual((await seen(['', ' ', '', '', '', ''])).files, []);
    const { asked: _, ...left } = await seen([ESCAPE], { place: 'Ashby' });
    assert.deepEqual(left, { files: [], messages: [], shown: ['1 “”'], about: undefined });
  });

  it('forgets what was known where its answer is taken out', async () => {
    const { files } = await seen(['', '', '', '', '', ''], { place: 'Ashby', nation: 'Wales' });
    assert.deepEqual(files, ['/w/.advocacy.json {}']);
  });

  it('says of every question that it may be left empty, in the same words', async () => {
    const { asked } = await seen(['', '', '', '', '', '']);
    const written = asked.filter((_, index) => index !== 2);
    assert.equal(written.length, 5);
    for (const words of written) assert.match(words, / You can leave this empty\.$/);
  });

  it('stays at the nation where what is typed is none, and says what can be chosen', async () => {
    const { files, asked } = await seen(['Ashby Libraries', 'Ashby', 'xyz', 'Wales', '', '', '']);
    assert.match(
      asked[3]!,
      /^“xyz” is none of these\. Choose a nation, or “As each paper says” to leave it out\.$/,
    );
    assert.deepEqual(files, [
      '/w/.advocacy.json {"organisation":"Ashby Libraries","place":"Ashby","nation":"Wales"}',
    ]);
  });

  it('goes a step back, to what was answered there', async () => {
    const { files, shown } = await seen(['Ashby', BACK, 'Ashby Libraries', 'Ashby', '', '', '', '']);
    assert.deepEqual(shown.slice(0, 4), ['1 “”', '2 “” Back', '1 “Ashby”', '2 “” Back']);
    assert.deepEqual(files, ['/w/.advocacy.json {"organisation":"Ashby Libraries","place":"Ashby"}']);
  });

  it('offers to save what was answered before Escape, and saves nothing unasked', async () => {
    const { files, messages, about } = await seen(['Ashby Libraries', 'Ashby', ESCAPE]);
    assert.deepEqual(files, []);
    assert.deepEqual(messages, ['You left at question 3 of 6. Your answers so far are not saved yet.']);
    // A draft that is just being made has them all the same.
    assert.deepEqual(about, { organisation: 'Ashby Libraries', place: 'Ashby' });
    const saved = await seen(['Ashby Libraries', 'Ashby', ESCAPE], { author: 'Ann' }, 'Save Them');
    assert.deepEqual(saved.files, [
      '/w/.advocacy.json {"author":"Ann","organisation":"Ashby Libraries","place":"Ashby"}',
    ]);
  });

  it('goes on at the question that was left', async () => {
    const { files, shown } = await seen(['Ashby Libraries', ESCAPE, 'Ashby', '', '', '', ''], {}, 'Go On');
    assert.deepEqual(shown.slice(0, 3), ['1 “”', '2 “” Back', '2 “” Back']);
    assert.deepEqual(files, ['/w/.advocacy.json {"organisation":"Ashby Libraries","place":"Ashby"}']);
  });
});
