import assert from 'node:assert/strict';
import { asNotice, notice } from '../../src/ui/notice';

/** What VS Code takes for a link in a notification (its `linkedText.ts`). */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["']).+?\1)?\)/i;

describe('What a notification says', () => {
  for (const name of [
    '[Click here](command:workbench.action.quit).md',
    '[a](https://example.org) and [b](file:///c "d")',
  ]) {
    it(`has no link in it where it names ${name}`, () => {
      assert.match(name, LINK);
      assert.doesNotMatch(asNotice(`${name} could not be read.`), LINK);
    });
  }

  it('is read to its end: where there is more than a line of it, it has a button', () => {
    const long = 'report.docx was changed or saved by somebody since it was exported.';
    assert.deepEqual(notice(long), [long, 'OK']);
    assert.deepEqual(notice(long, 'Show Output'), [long, 'Show Output']);
    assert.deepEqual(notice('Nothing is left to fill in.'), ['Nothing is left to fill in.']);
  });

  it('is otherwise as it was written', () => {
    const text = 'The template “[our] council (new).dotx” is missing. Use the command "Restart Server".';
    assert.equal(asNotice(text), text);
  });
});
