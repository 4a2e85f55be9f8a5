import assert from 'node:assert/strict';
import { hasPlaceholder, snippetsOf } from '../../../client/src/editor/placeholders';
import { readCommentText } from '../../src/criticmarkup/comment-text';
import { directivesOf, parseDraft } from '../../src/draft';
import { quantitiesIn, quotesIn } from '../../src/evidence';
import { HAS_THE_FLOOR } from '../../src/evidence/cues';
import { SOURCE_PATTERNS } from '../../src/evidence/source-phrases';
import { placeholderAfter } from '../../src/features/insert/insert';
import { builtInFramework } from '../../src/framework';
import { inItsWords } from '../../src/rules/lib/names/former-names';
import { lostWords } from '../../src/rules/lib/settings/suppression';
import { promisedBy } from '../../src/support/plan-promises';
import { Fetching, safeCss } from '../../src/word/pictures/svg/css';
import { oneLine } from '../../src/word/xml-text';
import { word } from '../word/word';

const MANY = 200_000;
const SPACES = ' '.repeat(MANY);

/** Texts of which each sign has a search begin anew, so that one that reads on from each never comes to an end. */
describe('A text that is made to keep a search busy', () => {
  it('is put on one line', () => {
    assert.equal(oneLine(`a${SPACES}b \n c`), `a${SPACES}b c`);
    assert.equal(oneLine('a \n \n b\t\n\nc'), 'a  b c');
  });

  it('is read as a comment', () => {
    assert.equal(readCommentText(`a${SPACES}b \n c`).text, `a${SPACES}b c`);
    assert.equal(readCommentText('a \n \n b').text, 'a  b');
  });

  it('is read as a name in a style sheet', () => {
    const name = '\\a'.repeat(100);
    assert.equal(safeCss(`#${name} { fill: red }`), `#${name} { fill: red }`);
    // One without end is none that anybody gave, and is not looked through for what it may be.
    assert.throws(() => safeCss(`#${'\\a'.repeat(MANY)} { fill: red }`), Fetching);
  });

  it('is read as an old name', () => {
    const [topic] = builtInFramework.topics;
    assert.equal(inItsWords(`Digital${SPACES}x`, topic!), topic!.title);
    assert.equal(
      inItsWords(`Universal Digital${SPACES}Offer`, topic!),
      `Universal ${topic!.title}${SPACES}Offer`,
    );
  });

  it('is read for quantities', () => {
    const [share, ...more] = quantitiesIn(`Four${SPACES}out of ten came.`);
    assert.equal(share?.value, 0.4);
    assert.deepEqual(more, []);
  });

  it('is looked through for what is to be filled in', () => {
    const text = '[insert '.repeat(MANY);
    assert.equal(hasPlaceholder(text), false);
    assert.equal(hasPlaceholder(`${text}\n[insert name]`), true);
    assert.deepEqual(snippetsOf([`${text}\n[insert name]${SPACES}`]), [
      `${text}\n\${1:[insert name]}$0${SPACES}`,
    ]);
    const draft = parseDraft('# A\n');
    const placed = (behind: string) =>
      placeholderAfter(draft, [{ span: { start: 4, end: 4 }, text: text + behind }]);
    assert.equal(placed(''), undefined);
    assert.deepEqual(placed('\n[insert name]')?.start, { line: 2, character: 0 });
  });

  it('is read for who speaks and what a plan promises, where each letter with an accent looks like the end of a word', () => {
    for (const letters of ['e\u0301', 'Aé', 'A-', 'A’’']) {
      const text = letters.repeat(MANY / 4);
      const end = { start: text.length, end: text.length };
      assert.equal(promisedBy(text, { start: 0, end: text.length }, end), undefined);
      assert.equal(HAS_THE_FLOOR.test(text), false);
    }
    const text = 'The Élan Valley’s plan promises to halve the queues.';
    assert.equal(promisedBy(text, { start: 0, end: text.length }, { start: 32, end: 37 }), 'a plan');
    assert.equal(HAS_THE_FLOOR.test('Zoë O’Hara-Élan said so'), true);
  });

  it('is read for quotations, each opened and never closed', () => {
    assert.deepEqual(quotesIn('“'.repeat(MANY * 15)), []);
    assert.deepEqual(quotesIn('“a” “b” “'), [
      { start: 0, end: 3, closed: true },
      { start: 4, end: 7, closed: true },
      { start: 8, end: 9, closed: false },
    ]);
  });

  it('is written into a document, with tables that are never closed', async () => {
    const { paragraphs } = await word('<table><tr><td>a'.repeat(MANY / 4));
    assert.ok(paragraphs.length > 0);
  });

  it('is read for sources, where closing quotation marks stand within what looks like a name', () => {
    for (const letters of ['A’’', 'A&’', 'A.’’’'])
      for (const { pattern } of SOURCE_PATTERNS)
        assert.equal([...letters.repeat(MANY / 4).matchAll(pattern)].length, 0);
  });

  it('is read as a comment that silences a rule for one word after another, in the line below', () => {
    const comment = `<!-- advocacy-disable-next-line a ${'“b” '.repeat(MANY / 4)}-->`;
    const draft = parseDraft(`${comment}\n${'c '.repeat(MANY / 2)}\n`);
    const [placed] = draft.blocks;
    assert.equal(directivesOf(placed!.block)[0]!.values[0]!.words!.length, 1000);
    assert.equal(lostWords(draft).length, 1000);
  });

  it('is read as a draft, with an escape at each sign', () => {
    const text = '\\{++'.repeat(MANY);
    assert.equal(parseDraft(`# A\n\n${text}\n`).blocks.length, 2);
  });
});
