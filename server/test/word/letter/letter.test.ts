import assert from 'node:assert/strict';
import { descendants, elementIn, textIn } from '../../../src/docx/xml-tree';
import { findings } from '../../rules/helpers';
import { blankPng } from '../pictures/png';
import { paragraph, template } from '../templates';
import { opened, paragraphOf, says, styleOf, valueAt, type Word, word } from '../word';

const FRONT = `---
title: Monday at Ashcombe Road library
kind: letter
audience: Councillor Jo Marsden
author: Sam Okafor, chair
organisation: Friends of Ashcombe Road Library
date: 2026-11-20
---
`;

const SENDER = `Friends of Ashcombe Road Library
12 Ashcombe Road
Norbridge
NB3 4QT
`;

const RECIPIENT = `Councillor Jo Marsden
Town Hall
Norbridge NB1 1AA
`;

const BODY = `Dear Councillor Marsden

We ask you to keep
Mondays.

Yours sincerely

Sam Okafor
Chair
`;

const SUBJECT = 'Monday at Ashcombe Road library';

/** Each paragraph as its style and its text. */
const page = (document: Word): string[] => document.paragraphs.map((one) => `${styleOf(one)}: ${says(one)}`);
const letter = async (text: string): Promise<string[]> => page(await word(text));

describe('Word: a letter', () => {
  it('has each line of an address on a line, and the subject in bold below the salutation', async () => {
    const text = `${FRONT}# ${SUBJECT}\n\n${SENDER}\n${RECIPIENT}\n${BODY}`;
    const document = await word(text);
    assert.deepEqual(page(document), [
      'LetterAddress: Friends of Ashcombe Road Library\n12 Ashcombe Road\nNorbridge\nNB3 4QT',
      'LetterDate: 20\u00a0November 2026',
      'LetterAddress: Councillor Jo Marsden\nTown Hall\nNorbridge NB1 1AA',
      'Salutation: Dear Councillor Marsden',
      `SubjectLine: ${SUBJECT}`,
      'Normal: We ask you to keep Mondays.',
      'Closing: Yours sincerely',
      'Signature: Sam Okafor\nChair',
    ]);
  });

  it('is set as one where its kind is misspelt, or called by its name', async () => {
    const text = `${FRONT}# ${SUBJECT}\n\n${SENDER}\n${RECIPIENT}\n${BODY}`;
    const right = await letter(text);
    for (const kind of ['leter', 'Letter', 'Letter or consultation response'])
      assert.deepEqual(await letter(text.replace('kind: letter', `kind: ${kind}`)), right, kind);
  });

  it('is one without details at the top where it greets somebody and ends as letters do', async () => {
    assert.deepEqual((await letter(`${SENDER}\n${RECIPIENT}\n${BODY}`)).slice(0, 3), [
      'LetterAddress: Friends of Ashcombe Road Library\n12 Ashcombe Road\nNorbridge\nNB3 4QT',
      'LetterAddress: Councillor Jo Marsden\nTown Hall\nNorbridge NB1 1AA',
      'Salutation: Dear Councillor Marsden',
    ]);
  });

  it('is one without details also with an address, a postscript, enclosures, copies and notes below its name', async () => {
    const below =
      '\nChair\n\n12 High Street\nAshby\n\nP.S. We have asked the Friends of the library as well, and they say that they would come.\n\nEnclosures:\n\n- Map\n- Figures\n\nCopies to: the Friends of Ashcombe Road Library, Cllr Lee, Cllr Moss and the town clerk\n\n<!-- sent -->\n\n[^1]: Council, 2026.\n';
    const lines = await letter(`${BODY.replace('Mondays.', 'Mondays.[^1]')}${below}`);
    assert.equal(lines[0], 'Salutation: Dear Councillor Marsden');
    assert.ok(lines.includes('LetterAddress: 12 High Street\nAshby'));
  });

  it('has the quotation marks of a paper without details, too, and what is no letter has those that were typed', async () => {
    const text = BODY.replace('Mondays.', `"Mondays", as it's ours.`);
    assert.ok((await letter(text)).includes('Normal: We ask you to keep “Mondays”, as it’s ours.'));
    const typed = `Normal: We ask you to keep "Mondays", as it's ours.`;
    assert.ok((await letter(`---\nword: { smart: false }\n---\n\n${text}`)).includes(typed));
    assert.ok((await letter(text.replace('Yours sincerely', 'Bye'))).includes(typed));
  });

  it('has its subject in the outline, as the only thing there', async () => {
    const styles = (await word(`${FRONT}${BODY}`)).part('word/styles.xml');
    const subject = styles.children.find(
      (one) => typeof one !== 'string' && one.attributes['w:styleId'] === 'SubjectLine',
    );
    assert.ok(subject !== undefined && typeof subject !== 'string');
    assert.equal(valueAt(subject, 'w:pPr', 'w:outlineLvl'), '0');
    assert.ok(elementIn(subject, 'w:rPr', 'w:b') !== undefined);
  });

  it('leaves room for a signature, on the page of the close', async () => {
    const styles = (await word(`${FRONT}${BODY}`)).part('word/styles.xml');
    const style = (id: string) => {
      const found = styles.children.find(
        (one) => typeof one !== 'string' && one.attributes['w:styleId'] === id,
      );
      assert.ok(found !== undefined && typeof found !== 'string');
      return found;
    };
    const before = elementIn(style('Signature'), 'w:pPr', 'w:spacing')?.attributes['w:before'];
    assert.ok(Number(before) >= 800, `${before} twips`);
    assert.ok(elementIn(style('Closing'), 'w:pPr', 'w:keepNext') !== undefined);
  });

  it('shows a signature 6 by 2 cm at most, between close and name on one page', async () => {
    const files = { 'sign.png': blankPng({ width: 1200, height: 900 }) };
    const document = await word(
      `${FRONT}Dear Sir\n\nText.\n\nYours faithfully\n\n![Signature](sign.png)\n\nSam Okafor\n\n![Logo](sign.png)\n`,
      files,
    );
    const sizes = [...descendants(document.body, 'wp:extent')].map(({ attributes }) => attributes);
    const [signature, logo] = sizes.map(
      ({ cx, cy }) => [Number(cx) / 360_000, Number(cy) / 360_000] as const,
    );
    assert.ok(signature![0] <= 6.01 && Math.abs(signature![1] - 2) < 0.05, `${signature} cm`);
    assert.ok(logo![1] > 5, 'another picture is as large as usual');
    const at = document.paragraphs.findIndex((one) => says(one) === 'Yours faithfully');
    assert.equal(styleOf(document.paragraphs[at]!), 'Closing', 'kept with the next by its style');
    assert.equal(valueAt(document.paragraphs[at + 1]!, 'w:pPr', 'w:keepNext'), '');
    assert.equal(says(document.paragraphs[at + 2]!), 'Sam Okafor');
  });

  it('has a sentence above the close and the copies below the name on the page of the signature', async () => {
    const document = await word(
      `${FRONT}Dear Sir\n\nText.\n\nI hope to hear from you.\n\nYours faithfully\n\nSam Okafor\n\nCopies to: A. Smith\n\nEnclosed: one map\n`,
    );
    const kept = (text: string) => valueAt(paragraphOf(document, text), 'w:pPr', 'w:keepNext');
    for (const text of ['I hope to hear', 'Sam Okafor', 'Copies to']) assert.equal(kept(text), '', text);
    for (const text of ['Text.', 'Enclosed']) assert.equal(kept(text), undefined, text);
  });

  it('takes from the front matter who writes, when and to whom, where the text does not say', async () => {
    assert.deepEqual((await letter(`${FRONT}${BODY}`)).slice(0, 5), [
      'LetterAddress: Friends of Ashcombe Road Library',
      'LetterDate: 20\u00a0November 2026',
      'LetterAddress: Councillor Jo Marsden',
      'Salutation: Dear Councillor Marsden',
      `SubjectLine: ${SUBJECT}`,
    ]);
  });

  it('takes a single address for the reader’s, unless it is the writer’s own', async () => {
    assert.deepEqual((await letter(`${FRONT}${RECIPIENT}\n${BODY}`)).slice(0, 3), [
      'LetterAddress: Friends of Ashcombe Road Library',
      'LetterDate: 20\u00a0November 2026',
      'LetterAddress: Councillor Jo Marsden\nTown Hall\nNorbridge NB1 1AA',
    ]);
    assert.deepEqual((await letter(`${FRONT}${SENDER}\n${BODY}`)).slice(0, 3), [
      'LetterAddress: Friends of Ashcombe Road Library\n12 Ashcombe Road\nNorbridge\nNB3 4QT',
      'LetterDate: 20\u00a0November 2026',
      'LetterAddress: Councillor Jo Marsden',
    ]);
  });

  it('puts the organisation above an address that does not name it', async () => {
    const lines = await letter(`${FRONT}12 Ashcombe Road\nNorbridge\n\n${RECIPIENT}\n${BODY}`);
    assert.equal(lines[0], 'LetterAddress: Friends of Ashcombe Road Library\n12 Ashcombe Road\nNorbridge');
  });

  it('puts no other name above an address that begins with who writes', async () => {
    const own = 'Ashcombe Library Service\n12 Ashcombe Road';
    const lines = await letter(`${FRONT}${own}\n\n${RECIPIENT}\n${BODY}`);
    assert.equal(lines[0], `LetterAddress: ${own}`);
  });

  it('does not say the date twice', async () => {
    for (const date of ['20 November 2026', 'Friday 20th November 2026', '20/11/2026']) {
      const lines = await letter(`${FRONT}${SENDER}\n${date}\n\n${RECIPIENT}\n${BODY}`);
      assert.deepEqual(
        lines.filter((line) => line.includes('2026')),
        [`LetterDate: ${date.replace(' Nov', '\u00a0Nov')}`],
      );
    }
    const lines = await letter(`${FRONT}${SENDER}20 November 2026\n\n${RECIPIENT}\n${BODY}`);
    assert.equal(lines.filter((line) => line.includes('2026')).length, 1);
  });

  it('keeps a subject line that its author wrote, and does not print the title as well', async () => {
    for (const own of ['**Closing on Mondays**', 'Re: Closing on Mondays', '# Closing on Mondays']) {
      const lines = await letter(`${FRONT}${BODY.replace('\n\nWe ask', `\n\n${own}\n\nWe ask`)}`);
      assert.deepEqual(
        lines.filter((line) => line.startsWith('SubjectLine')),
        [`SubjectLine: ${own.replace(/^# |\*\*/g, '')}`],
      );
      assert.ok(!lines.some((line) => line.includes(SUBJECT)), own);
    }
  });

  it('is called by the subject that its author wrote, where nothing else names it', async () => {
    for (const own of ['**Closing on Mondays**', 'Re: Closing on Mondays']) {
      const text = `---\nkind: letter\n---\n\n${BODY.replace('\n\nWe ask', `\n\n${own}\n\nWe ask`)}`;
      const core = (await word(text)).part('docProps/core.xml');
      assert.equal(textIn(elementIn(core, 'dc:title')!), 'Closing on Mondays');
    }
  });

  it('is signed by its author where nothing stands below the close', async () => {
    const lines = await letter(`${FRONT}Dear all\n\nWe ask.\n\nYours faithfully,\n`);
    assert.deepEqual(lines.slice(-2), [
      'Closing: Yours faithfully,',
      'Signature: Sam Okafor\nchair\nFriends of Ashcombe Road Library',
    ]);
  });

  it('tells the close from the name where they stand in one paragraph, and copies from the name', async () => {
    const text = `${FRONT}Dear all\nWe ask.\n\nBest wishes  \nSam Okafor\nChair\n\ncc: Ward councillors\nThe Friends\n`;
    assert.deepEqual((await letter(text)).slice(3), [
      'Salutation: Dear all',
      `SubjectLine: ${SUBJECT}`,
      'Normal: We ask.',
      'Closing: Best wishes',
      'Signature: Sam Okafor\nChair',
      'LetterAddress: cc: Ward councillors\nThe Friends',
    ]);
  });

  it('leaves no room above a name where the signature is a picture', async () => {
    const text = `${FRONT}Dear all\n\nWe ask.\n\nYours faithfully\n\n![Signature of Sam Okafor](sig.png)\n\nSam Okafor\n`;
    const lines = await letter(text);
    assert.equal(lines.at(-1), 'LetterAddress: Sam Okafor');
  });

  it('says that it is a draft', async () => {
    const lines = await letter(`${FRONT.replace('date:', 'status: Draft for comment\ndate:')}${BODY}`);
    assert.equal(lines[0], 'LetterAddress: Draft for comment');
  });

  it('keeps its headings, lists and notes', async () => {
    const text = `${FRONT}${BODY.replace('We ask you', '## Why\n\n- Jobs[^1]\n\nWe ask you')}\n[^1]: Council, 2026.\n`;
    const document = await word(text);
    assert.equal(styleOf(paragraphOf(document, 'Why')), 'Heading2');
    assert.equal(styleOf(paragraphOf(document, 'Jobs')), 'ListParagraph');
    assert.ok(document.parts.includes('word/footnotes.xml'));
    assert.equal(document.warnings.length, 0);
  });

  it('marks what is to be filled in', async () => {
    const text = `${FRONT.replace('Councillor Jo Marsden', '"[insert who decides]"')}${BODY}`;
    const paragraph = paragraphOf(await word(text), '[insert who decides]');
    assert.equal(valueAt(paragraph, 'w:r', 'w:rPr', 'w:highlight'), 'yellow');
  });

  it('has page numbers from its second page', async () => {
    const document = await word(`${FRONT}${BODY}`);
    assert.ok(elementIn(document.body, 'w:sectPr', 'w:titlePg') !== undefined);
    const footers = document.parts.filter((name) => /^word\/footer\d+\.xml$/.test(name));
    const texts = footers.map((name) => says(document.part(name))).sort();
    assert.equal(texts.length, 2);
    assert.equal(texts[0], '');
    assert.match(texts[1]!, /Page/);
  });

  it('leaves to a template what that prints', async () => {
    const council = await template({
      sections: [
        { children: ['{{organisation}}', '{{title}}', '{{date}}', '{{body}}'].map((one) => paragraph(one)) },
      ],
    });
    const { bytes } = await word(`${FRONT}# ${SUBJECT}\n\n${BODY}`, {}, { template: council });
    const texts = opened(bytes).paragraphs.map(says);
    for (const once of [SUBJECT, '20 November 2026', 'Friends of Ashcombe Road Library'])
      assert.equal(texts.filter((one) => one === once).length, 1, once);
    assert.ok(texts.includes('Councillor Jo Marsden'));
  });
});

describe('Word: what is no letter', () => {
  it('keeps the title block of a response without a salutation', async () => {
    const lines = await letter(`${FRONT}## Our position\n\nWe oppose it.\n`);
    assert.equal(lines[0], `Title: ${SUBJECT}`);
    assert.equal(lines[1], 'Author: For:\tCouncillor Jo Marsden');
  });

  const GUIDE =
    '# How to write to your councillor\n\nDear Sir or Madam,\n\nWe ask you to keep it.\n\nYours faithfully,\n\nJo\n';

  for (const [what, below] of [
    ['a section', '\n## After the letter\n\nPost it.\n'],
    [
      'running text',
      '\nThen post it to the town hall, or hand it in at the surgery that is held each Saturday.\n',
    ],
    [
      'running text with its lines broken',
      '\nThen post it to the town hall, or hand it in at the\nsurgery that is held each Saturday.\n',
    ],
    ['a table', '\n| When | Where |\n| - | - |\n| Saturday | Library |\n'],
    ['much', '\nText.\n'.repeat(8)],
  ] as const)
    it(`is a guide that says no kind, and has ${what} below the letter in it`, async () => {
      assert.equal((await letter(`${GUIDE}${below}`))[0], 'Heading1: How to write to your councillor');
      const front = '---\nkind: letter\n---\n\n';
      assert.equal((await letter(`${front}${GUIDE}${below}`))[0], 'Salutation: Dear Sir or Madam,');
    });

  it('has one break between lines that end in one of HTML', async () => {
    const lines = await letter(
      `---\nkind: letter\n---\n\nAnn Moss<br>\nHead of Libraries\nAshby\n\nDear Jo\n\nWe ask.\n`,
    );
    assert.equal(lines[0], 'LetterAddress: Ann Moss\nHead of Libraries\nAshby');
  });

  it('is an e-mail to colleagues that says no kind and has no close', async () => {
    const lines = await letter('Jo Marsden\nTown Hall\n\nDear colleagues\n\nWe keep Mondays.\n');
    assert.equal(lines[0], 'Normal: Jo Marsden\nTown Hall');
  });

  it('keeps the title block of a briefing that begins “Dear colleagues”', async () => {
    const lines = await letter(`${FRONT.replace('letter', 'briefing')}${BODY}`);
    assert.equal(lines[0], `Title: ${SUBJECT}`);
  });
});

describe('Lines of a letter that are written without a backslash', () => {
  const ADDRESS = 'Ashby Library\nHigh Street\nAshby AB1 2CD';
  const SIGNATURE = 'Ann Moss\nHead of Libraries';
  const text = (greeting: string, close = 'Yours sincerely'): string =>
    `${ADDRESS}\n\n${greeting}\n\nWe ask.\n\n${close}\n\n${SIGNATURE}\n`;

  /** How often the editor says that lines run together elsewhere. */
  for (const [what, markdown, told] of [
    ['of one that says so', `${FRONT}${text('Dear Cllr Reed')}`, 0],
    ['of one by its two ends', text('Dear Cllr Reed'), 0],
    ['with a comma behind the close', text('Dear Cllr Reed,', 'Yours sincerely,'), 0],
    ...['Sirs', 'Madam,', 'Hello everybody', 'To whom it may concern', '**Dear Cllr Reed**'].map(
      (greeting) => [`below “${greeting}”`, text(greeting), 0] as const,
    ),
    ['of one with a title', `# Mondays\n\n${text('Dear Cllr Reed')}`, 0],
    ['below a section', `${FRONT}## Background\n\n${text('Dear Cllr Reed')}`, 2],
    ['below a section, without details', `## Background\n\n${text('Sirs')}`, 2],
    ['with a section below', `${text('Dear Cllr Reed')}\n## More\n\nText.\n`, 2],
    ['without a close', text('Dear Cllr Reed', 'Bye'), 2],
    ['without a salutation', text('Cllr Reed'), 2],
    [
      'of a letter whose address stands in the salutation',
      `${FRONT}Dear Ann Moss\nTown Hall\nAshby AB1 2CD\n\nWe ask.\n`,
      1,
    ],
    [
      'of one with its name in the close',
      `${FRONT}Dear Ann\n\nWe ask.\n\nYours sincerely\n${SIGNATURE}\n`,
      0,
    ],
    [
      'of one with a long line in its address',
      `${FRONT}${text('Dear Ann').replace('High Street', `${'High '.repeat(15)}Street`)}`,
      0,
    ],
    ['that was changed in review', `${text('{~~Hi~>Dear~~}{>>Lee, 3 Oct 2026<<} Cllr Reed')}`, 0],
  ] as const)
    it(`stay apart in Word, and ${told === 0 ? 'nothing is said' : 'it is said that they do not elsewhere'}: ${what}`, async () => {
      const printed = (await word(markdown)).paragraphs.map(says);
      const joined = [ADDRESS, SIGNATURE, 'Town Hall\nAshby AB1 2CD'].filter((lines) =>
        printed.some((line) => line.includes(lines.replaceAll('\n', ' '))),
      );
      assert.deepEqual(joined, []);
      assert.equal(findings('lines-run-together', markdown).length, told);
    });
});
