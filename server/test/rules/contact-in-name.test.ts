import assert from 'node:assert/strict';
import { findings, marked } from './helpers';

const ID = 'section-empty';
const paper = (text: string, kind = 'letter') => `---\nkind: ${kind}\n---\n\n# Paper\n\n${text}\n`;

describe('A contact in name only', () => {
  for (const [text, words] of [
    ['A space is free on Monday. Ring me.', 'Ring me'],
    ['Do give me a ring if it helps.', 'give me a ring'],
    ['If you would like a place, please reply by **Friday 2 May**.', 'please reply by'],
    ['Reply online, or on paper in any library.', 'Reply online'],
    ['Replies by 27 February.', 'Replies by'],
    ['Tell us by 27 March if you are in.', 'Tell us by'],
    ['Ring me on my direct line, and I will come with cake.', 'Ring me'],
    ['My office can be reached at the address above.', 'the address above'],
  ] as const)
    it(`is “${words}” where no number and no address stands in the letter`, () =>
      assert.deepEqual(marked(ID, paper(text)), [words]));

  for (const [text, why] of [
    ['Ring me.\n\nAnn Moss, 01632 960 001', 'a number'],
    ['Ring me.\n\nann.moss@ashby.example', 'an address'],
    ['Please reply by 2 May on [our page](https://ashby.example/reply).', 'a link'],
    ['Ring me.\n\nAnn Moss, ext. 4471', 'an extension'],
    ['Ring me on [number].', 'a place to be filled in'],
    ['They ring us every week.', 'what others do'],
    ['> Ring me, he said.', 'a quotation'],
  ] as const)
    it(`is none with ${why}`, () => assert.deepEqual(marked(ID, paper(text)), []));

  it('is none among colleagues, who know the number', () => {
    for (const kind of ['report', 'briefing'])
      assert.deepEqual(marked(ID, paper('Ring me.', kind)), [], kind);
  });
  it('is a press office without a number, whatever page a release names', () => {
    const text = 'Open on Sundays: see ashby.example.\n\nMedia contact: Jo in the press office';
    const [finding] = findings(ID, paper(text, 'press-release'));
    assert.match(finding!.message, /no telephone number and no e-mail address/);
    assert.deepEqual(marked(ID, paper(`${text}, 01632 960 001`, 'press-release')), []);
    assert.deepEqual(marked(ID, paper(`${text}, XXXX`, 'press-release')), []);
  });
  it('is told once, and not where the whole part is missing', () => {
    assert.equal(findings(ID, paper('Ring me.\n\nPlease reply by 2 May.')).length, 1);
    assert.deepEqual(marked(ID, paper('For photos contact Comms.', 'press-release')), []);
  });
});
