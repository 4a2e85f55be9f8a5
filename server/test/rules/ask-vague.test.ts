import assert from 'node:assert/strict';
import data from '../../src/rules/data/asks.json';
import { findings, fixed, marked } from './helpers';

describe('A vague request', () => {
  for (const {
    pattern,
    right: [vague],
    wrong: [clear],
    open,
  } of data.vague) {
    it(`${pattern}: ${vague}`, () => {
      const [finding, ...others] = findings('ask-vague', `${vague}\n`);
      assert.deepEqual(others, []);
      assert.ok(finding!.message.endsWith(open), finding!.message);
    });
    it(`not ${pattern}: ${clear}`, () => assert.deepEqual(findings('ask-vague', `${clear}\n`), []));
  }
  it('is told once of a sentence, and not of what somebody else says', () => {
    const text = 'We would welcome a conversation about the direction of travel.';
    assert.equal(findings('ask-vague', `${text}\n`).length, 1);
    for (const quoted of [`> ${text}`, `“${text}”`, `# ${text}`])
      assert.deepEqual(marked('ask-vague', `${quoted}\n`), [], quoted);
  });
});

describe('A request to ring or to reply', () => {
  const letter = (text: string, end = 'Yours sincerely\n\nJo Lee') =>
    `---\nkind: letter\n---\n\n# Books by post\n\n${text}\n\n${end}\n`;
  for (const [text, words] of [
    ['If you would like to talk first, ring me.', 'ring me'],
    ['Look at the figures first and then ring us.', 'ring us'],
    ['Do give me a ring.', 'give me a ring'],
    ['If it is wrong, do ring me.', 'ring me'],
    ['You can call us at any time.', 'call us'],
    ['Fill in the form or email us.', 'email us'],
    ['My direct line is below.', 'My direct line'],
    ['Please reply by Friday 2 May.', 'Please reply'],
    ['Want the list? Email us.', 'Email us'],
    ['If you want to visit, please get in touch.', 'please get in touch'],
  ] as const)
    it(`cannot be met without a number or an address: ${text}`, () => {
      assert.deepEqual(marked('ask-vague', letter(text)), [words]);
      assert.match(fixed('ask-vague', letter(text)), /\[insert (?:telephone number|e-mail address)\]/);
    });
  it('is not told where the paper has them anywhere, or a place for them', () => {
    for (const end of [
      'Jo Lee\n01632 960123',
      'Jo Lee, ext. 4417',
      'Jo Lee, jo.lee@ashby.example',
      'Tel: [insert telephone number]',
      'Jo Lee, 01xxx xxxxxx',
    ])
      assert.deepEqual(marked('ask-vague', letter('Please reply, or ring me.', end)), [], end);
    assert.deepEqual(
      marked('ask-vague', '---\ncontact: Jo Lee, 01632 960123\n---\n\n# Books\n\nPlease ring me.\n'),
      [],
    );
  });
  it('to reply can be met by a page or a postcode, and to ring cannot', () => {
    const page = 'See www.ashby.example.';
    assert.deepEqual(marked('ask-vague', letter('Please reply by May.', page)), []);
    assert.deepEqual(marked('ask-vague', letter('Please reply by May.', 'High Street, Ashby, AS1 2BY')), []);
    assert.deepEqual(marked('ask-vague', letter('Ring me.', page)), ['Ring me']);
  });
  it('is one to the reader, and nothing that others do or say', () => {
    for (const text of [
      'Blind readers mostly phone us.',
      'She used to call me by my first name.',
      'They call us names.',
      'Residents can call us to ask for a visit.',
      'Drivers stop and ring us when the road is shut.',
      'Parents who worry or contact us are seen in a week.',
      'Volunteers do message us each week.',
      '“If anything is wrong, ring me,” he said.',
      '> Ring me.',
      'We ring them after a year.',
      'Please get in touch with your councillor.',
    ])
      assert.deepEqual(marked('ask-vague', letter(text)), [], text);
  });
  it('is told in a paper whose details refer to themselves', () =>
    assert.deepEqual(
      marked('ask-vague', '---\nteam: &team\n  lead: *team\n---\n\n# Books\n\nPlease ring me.\n'),
      ['ring me'],
    ));
  it('is told once', () =>
    assert.deepEqual(marked('ask-vague', letter('Please reply by May.\n\nRing me.')), ['Please reply']));
});
