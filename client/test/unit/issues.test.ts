import assert from 'node:assert/strict';
import {
  carriedWords,
  exportedWords,
  isListed,
  leftIn,
  leftWords,
  reviewOf,
  savedWords,
} from '../../src/word/issues';

const lost = { message: 'There is no picture gone.png', line: 9 };
const vague = { message: '“Click here” does not say where it leads', line: 4, rule: 'link-text-vague' };
const open = { message: '“[insert date]” is still to be filled in', line: 6 };

describe('What is said after an export', () => {
  for (const [name, warnings, accessibility, expected] of [
    ['nothing', [], [], undefined],
    ['what could not be shown', [lost], [], 'one thing could not be shown: There is no picture gone.png'],
    [
      'what keeps people from reading it',
      [],
      [vague],
      'one thing keeps people from reading it: “Click here” does not say where it leads',
    ],
    [
      'both, with the first in the text',
      [lost, lost],
      [vague, vague, vague],
      '2 things could not be shown, and 3 things keep people from reading it: “Click here” does not say where it leads',
    ],
  ] as const) {
    it(name, () => assert.equal(leftWords({ warnings, accessibility }), expected));
  }

  it('and the list of it follows the text', () => {
    const lines = leftIn({ warnings: [lost], accessibility: [vague] }).map(({ line }) => line);
    assert.deepEqual(lines, [4, 9]);
  });
});

describe('An export of a draft that is not saved', () => {
  const none = { warnings: [], accessibility: [] };
  const said = (result: Parameters<typeof leftIn>[0], unsaved: string | undefined) =>
    exportedWords('press.docx', result, false, unsaved);

  it('says that it has what the editor shows, and which file is older', () => {
    assert.deepEqual(said(none, 'press.md'), {
      message: 'Exported to press.docx, as you see it here: press.md is not saved yet.',
      isWarning: false,
    });
  });

  it('says so before what is left', () => {
    assert.equal(
      said({ warnings: [lost], accessibility: [] }, 'press.md').message,
      'Exported to press.docx, as you see it here: press.md is not saved yet. One thing could not be shown: There is no picture gone.png',
    );
  });

  it('says nothing of it where it is saved', () => {
    assert.equal(said(none, undefined).message, 'Exported to press.docx.');
  });
});

describe('What a document holds that is not for everybody', () => {
  for (const [what, carried, expected] of [
    ['nothing', { carries: [] }, undefined],
    [
      'a draft',
      { carries: ['draft'] },
      /holds your draft, so that colleagues’ changes can be brought back\. To send it to anybody else, choose “Send Out as Word Document…”\./,
    ],
    [
      'a draft with remarks',
      { carries: ['draft'], remarks: true },
      /holds your draft with its remarks, so that/,
    ],
    [
      'a draft and comments',
      { carries: ['draft', 'comments'] },
      /holds your draft and the comments, so that /,
    ],
  ] as const)
    it(`is said where it is ${what}`, () => {
      const said = carriedWords(carried);
      if (expected === undefined) assert.equal(said, undefined);
      else assert.match(said!, expected);
    });
});

describe('A template that was not found', () => {
  const unused = {
    message: 'The template “no.dotx”, which .advocacy.json names, was not found. The built-in one is used.',
    line: 30,
    uri: 'file:///w/.advocacy.json',
    ofTemplate: true as const,
  };
  const said = (warnings: Parameters<typeof leftIn>[0]['warnings'], reviewed: boolean) =>
    exportedWords('press.docx', { warnings, accessibility: [] }, reviewed);

  for (const reviewed of [true, false]) {
    it(`is said after an export that was ${reviewed ? '' : 'not '}reviewed`, () =>
      assert.deepEqual(said([unused], reviewed), {
        message: `Exported to press.docx. ${unused.message}`,
        isWarning: true,
      }));
  }

  it('is said behind what else is left', () =>
    assert.equal(
      said([lost, unused], false).message,
      `Exported to press.docx, but one thing could not be shown: There is no picture gone.png. ${unused.message}`,
    ));

  it('says no more where there is none', () => {
    assert.deepEqual(said([lost], true), { message: 'Exported to press.docx.', isWarning: false });
    const { message } = said([lost], false);
    assert.equal(
      message,
      'Exported to press.docx, but one thing could not be shown: There is no picture gone.png',
    );
  });

  it('is said in the status bar after an export on saving', () => {
    const bar = (warnings: (typeof unused | typeof lost)[]) =>
      savedWords('press.docx', { warnings, accessibility: [] });
    assert.equal(bar([lost, unused]), '$(warning) Exported to press.docx, without its template');
    assert.equal(bar([lost]), '$(check) Exported to press.docx');
  });

  it('stands before what is left in the draft', () =>
    assert.deepEqual(leftIn({ warnings: [lost, unused], accessibility: [vague] }), [unused, vague, lost]));
});

describe('What is shown before an export', () => {
  const unsourced = { message: '“41,200” has no source', line: 2, rule: 'figure-unsourced' };
  const lines = (result: Parameters<typeof reviewOf>[0]) =>
    reviewOf(result).map(({ title, issues }) => [title, issues.map(({ line }) => line)]);

  it('is what a review left open, what to fill in, what the document lacks, then the warnings, each in the order of the text', () => {
    const all = {
      reviews: [{ message: 'A change by Lee adds “daily”: accept or reject it.', line: 14 }],
      placeholders: [open],
      warnings: [lost],
      accessibility: [vague],
      findings: [{ ...unsourced, line: 12 }, unsourced],
    };
    assert.deepEqual(lines(all), [
      ['Open changes and comments', [14]],
      ['To fill in', [6]],
      ['In the Word document', [4, 9]],
      ['Errors and warnings', [2, 12]],
    ]);
  });

  it('has no heading over nothing', () => {
    const nothing = { reviews: [], placeholders: [], warnings: [], accessibility: [], findings: [] };
    assert.deepEqual(lines(nothing), []);
    assert.deepEqual(lines({ ...nothing, findings: [unsourced] }), [['Errors and warnings', [2]]]);
  });
});

describe('What is left before an export', () => {
  const issue = { message: 'This picture has no description.', line: 3 };

  it('is listed where it is new, and before a paper is sent out each time', () => {
    assert.equal(isListed([issue], true), true);
    assert.equal(isListed([issue], false), false);
  });

  it('is not listed where there is nothing', () => assert.equal(isListed([], true), false));
});
