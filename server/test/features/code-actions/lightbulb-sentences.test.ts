import assert from 'node:assert/strict';
import { Bulb } from '../bulb';
import { Editor, rulesOf } from '../editor';

describe('The light bulb on a long sentence', () => {
  const bulb = Bulb.each();

  it('splits it where another may begin', async () => {
    const head = 'The library opened in 1968 on the site of the old market hall';
    const tail =
      'they come from the estate and from the villages to the north, for books and for company and for the computers that few of them have at home';
    for (const [joint, expected] of [
      [`, and ${tail}.`, `. They come from`],
      [`; ${tail}.`, `. They come from`],
      [`, but ${tail}.`, `. But they come from`],
    ] as const) {
      await bulb.editor.change(bulb.uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${head}${joint}\n` });
      const fix = (await bulb.shownAt('The library opened')).find(({ title }) => /^Begin a new/.test(title))!;
      await bulb.editor.choose([fix], fix.title);
      assert.ok(bulb.editor.text(bulb.uri).includes(`${head}${expected}`), bulb.editor.text(bulb.uri));
      assert.ok(!rulesOf(await bulb.editor.diagnostics(bulb.uri)).includes('sentence-long'));
    }
  });

  it('splits it before whatever somebody does, but not before the last item of a list', async () => {
    const many =
      'which few of those who live in the villages to the north of the town knew before it came to them';
    for (const [sentence, title] of [
      [
        `Children read here after school with a volunteer whom they know, and all of them take a book home with them, ${many}.`,
        'Begin a new sentence at “all of them …”',
      ],
      [
        `The van was the first in the county to lend records to anybody, and the number of visits has risen in each of the six years since, ${many}.`,
        'Begin a new sentence at “the number of …”',
      ],
      [
        `In 2026 the library on the estate, the hall in Ashby, and the van that goes to the villages are closed for most of the week, ${many}.`,
        undefined,
      ],
      [
        `Residents told us that they value the computers and the company, and the staff who help them with forms and with telephones, ${many}.`,
        undefined,
      ],
    ] as const) {
      await bulb.editor.change(bulb.uri, { text: `---\nkind: letter\n---\n\n# Title\n\n${sentence}\n` });
      const shown = await bulb.shownAt(sentence.slice(0, 12));
      assert.equal(
        shown.map((one) => one.title).find((one) => one.startsWith('Begin a new')),
        title,
      );
    }
  });

  it('selects it, where it is to be written anew', async () => {
    await bulb.editor.stop();
    bulb.editor = await Editor.start({
      settings: {},
      initializationOptions: { asksForMore: true, selects: true },
    });
    const sentence =
      'The library, which opened in 1968 and which has been used ever since by people from the estate and by those from the villages to the north, many of whom do not drive, is one of those that officers propose to close.';
    const text = `---\nkind: letter\n---\n\n# Title\n\nWe write to you. ${sentence} Please do not.\n`;
    bulb.uri = await bulb.editor.open('long.md', text);
    const select = (await bulb.shownAt('The library')).find(({ title }) => /^Select the whole/.test(title))!;
    assert.deepEqual(select.command!.arguments, [bulb.uri, bulb.editor.rangeOf(bulb.uri, sentence)]);
  });
});
