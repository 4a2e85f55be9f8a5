import assert from 'node:assert/strict';
import { importDocument } from '../../src/import';
import { docx, HEADINGS, inserted, para, run, styled, table } from '../docx/make';
import { BOLD } from './helpers';

describe('A Word document says of itself', () => {
  it('with what the document says of itself as front matter', () => {
    const styles = ['Title', 'Subtitle', 'Date', 'Author']
      .map((name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`)
      .join('');
    const body =
      styled('Title', 'Open later: 8pm') +
      styled('Subtitle', 'Four libraries') +
      styled('Author', `${run('Report to:', BOLD)}<w:r><w:tab/></w:r>${run('Cabinet')}`) +
      styled('Date', 'Date: 9 December 2026') +
      para('Text.');
    const core =
      '<dc:creator>Ruth Ademola</dc:creator><dcterms:modified>2026-12-10T10:00:00Z</dcterms:modified>';
    assert.equal(
      importDocument(docx(body, { styles, core })).markdown,
      '---\ntitle: "Open later: 8pm"\nsubtitle: Four libraries\naudience: Cabinet\nauthor: Ruth Ademola\ndate: 9 December 2026\n---\n\n# Open later: 8pm\n\nText.\n'.replace(
        'date: 9 December 2026',
        'date: "9 December 2026"',
      ),
    );
  });

  describe('with the title block of a council’s paper', () => {
    const heading = styled('berschrift1', 'Opening hours review');
    const title = heading + styled('berschrift2', '1. Purpose');
    const imported = (body: string) => importDocument(docx(body, { styles: HEADINGS })).markdown;

    it('as front matter: whom it is for, whose it is, of which body and day', () => {
      const lines =
        para(run('HARROWBY BOROUGH COUNCIL', BOLD)) +
        para(run('Report to:', BOLD) + run(' Communities Scrutiny Committee')) +
        para('Date of meeting: 12 March 2019') +
        para('Wards affected: all') +
        para('Report of: Head of Libraries');
      const text = `Wards affected: all\n\n# Opening hours review\n\n## 1. Purpose\n`;
      const head =
        'audience: Communities Scrutiny Committee\nauthor: Head of Libraries\norganisation: Harrowby Borough Council\ndate: 2019-03-12';
      assert.equal(imported(lines + title), `---\n${head}\n---\n\n${text}`);
    });

    for (const [what, above, below] of [
      [
        'a line',
        para('Report of the Head of Libraries to Cabinet'),
        'Report of the Head of Libraries to Cabinet',
      ],
      ['a table', table([['Report to', 'Cabinet']]), '| Report to | Cabinet |\n| --- | --- |'],
    ] as const)
      it(`with the title first, by its style, where ${what} of no such kind stands above it`, () => {
        const styles = `${HEADINGS}<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`;
        const body = above + styled('Title', 'Opening hours review') + styled('berschrift1', '1. Purpose');
        assert.equal(
          importDocument(docx(body + para('Text.'), { styles })).markdown,
          `---\ntitle: Opening hours review\n---\n\n# Opening hours review\n\n${below}\n\n## 1. Purpose\n\nText.\n`,
        );
      });

    const details =
      para('STRATHMORROW COUNCIL') +
      para(run('REPORT TO: Culture Committee', BOLD)) +
      para('REPORT BY: Head of Culture');
    const front =
      'audience: Culture Committee\nauthor: Head of Culture\norganisation: Strathmorrow Council\n';
    const styles = `${HEADINGS}<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`;

    it('as front matter, where all of it stands below the title, which it says again', () => {
      const body = styled('Title', 'Opening hours review') + details + para('SUBJECT: Opening Hours Review');
      assert.equal(
        importDocument(docx(body + styled('berschrift1', '1. Purpose') + para('Text.'), { styles })).markdown,
        `---\ntitle: Opening hours review\n${front}---\n\n# Opening hours review\n\n## 1. Purpose\n\nText.\n`,
      );
    });

    it('with the subject as its title, where the first heading is that of a section', () => {
      const body = `${details}${para('SUBJECT: Opening hours review')}${styled('berschrift1', '1. Purpose')}`;
      assert.equal(
        imported(`${body}${para('Text.')}${styled('berschrift1', '2. Costs')}`),
        `---\ntitle: Opening hours review\n${front}---\n\n# 1. Purpose\n\nText.\n\n# 2. Costs\n`,
      );
    });

    it('and a subject that is not its title stays in the text', () => {
      const text = imported(`${heading}${para('Subject: Glenarder and Inverlour')}${para('Text.')}`);
      assert.match(text, /^Subject: Glenarder and Inverlour$/m);
      assert.match(text, /^title: Opening hours review$/m);
    });

    it('with no title, where below a table the list of headings alone is in the style of one', () => {
      const body =
        table([['Report to', 'Cabinet']]) +
        styled('Title', 'CONTENTS') +
        styled('berschrift1', 'Purpose') +
        para('Text.');
      const { markdown } = importDocument(docx(body, { styles }));
      assert.doesNotMatch(markdown, /title: CONTENTS/);
      assert.match(markdown, /^# Purpose$/m);
    });

    for (const line of [
      'Date of meeting: 12 March 2026 at 10am, Committee Room 2',
      'Date: 12 March 2026 to 14 March 2026',
      'From: 1 April 2026',
      'To: 31 March 2027',
      'For: 3 branches',
      'To: all library members, we are sorry to tell you that the lift is out of use until May.',
    ])
      for (const place of ['above', 'below'])
        it(`and no words of a line ${place} the title that says more: “${line}”`, () => {
          const text = imported(
            (place === 'above' ? para(line) + heading : heading + para(line)) + para('Text.'),
          );
          assert.ok(text.split('\n').includes(line), text);
          assert.doesNotMatch(text, /^(?:audience|author):|^date: 2027/m);
        });

    for (const [line, date] of [
      ['Date: Thursday 12 March 2026', '2026-03-12'],
      ['Date: 12 March 2026 (Thursday)', '2026-03-12'],
      ['Date of report: March 2026', 'March 2026'],
    ] as const)
      it(`as front matter alone, where a line says the day and no more: “${line}”`, () => {
        assert.equal(
          imported(para(line) + title),
          `---\ntitle: Opening hours review\ndate: ${date}\n---\n\n# Opening hours review\n\n## 1. Purpose\n`,
        );
      });

    it('as the organisation, where a press release says who issues it', () => {
      const text = imported(para('Issued by: Ashby Libraries') + title);
      assert.match(text, /^organisation: Ashby Libraries$/m);
    });

    for (const [what, lines] of [
      ['of which no title follows', [para('Report to: Cabinet'), para('Harrowby Council')]],
      ['behind running text', [para('We met on Monday.'), para('Report to: Cabinet'), title]],
      ['that is no name', [para('What we ask of the council'), title]],
      ['that is no body’s', [para('Libraries for Everybody'), title]],
      ['in which somebody has made a change', [para(run('Report to: ') + inserted('Cabinet')), title]],
    ] as const)
      it(`not of a line ${what}`, () =>
        assert.doesNotMatch(imported(lines.join('')), /^(?:audience|author|organisation):/m));
  });

  describe('with the date', () => {
    const saved = (modified: string, created = modified) =>
      `<dcterms:created>${created}T10:00:00Z</dcterms:created><dcterms:modified>${modified}T10:00:00Z</dcterms:modified>`;
    const dated = (lines: readonly string[], core: string): string | undefined =>
      /^date: (.*)$/m.exec(
        importDocument(docx(lines.map((line) => para(line)).join(''), { core })).markdown,
      )?.[1];

    for (const [line, date] of [
      ['4 March 2019', '2019-03-04'],
      ['Report to Cabinet, Monday 4th March 2019', '2019-03-04'],
      ['Date of meeting: 04/03/2019', '2019-03-04'],
      ['March 4, 2019', '2019-03-04'],
      ['2019-03-04', '2019-03-04'],
      ['March 2019', 'March 2019'],
    ] as const)
      it(`that its first lines say: “${line}”`, () =>
        assert.equal(dated(['Ashby Library', line, 'Text of 2026.'], saved('2026-11-29')), date));

    it('that a table at the top says', () =>
      assert.match(
        importDocument(docx(table([['Date', '4 March 2019']]) + para('Text.'), { core: saved('2026-11-29') }))
          .markdown,
        /^date: 2019-03-04$/m,
      ));

    for (const [what, lines, core, date] of [
      [
        'of its file, where the text names its year',
        ['Visits rose in 2026.'],
        saved('2026-11-29'),
        '2026-11-29',
      ],
      ['of its file, where the text names no year', ['Visits rose.'], saved('2026-11-29'), '2026-11-29'],
      [
        'at which it was made, where it was saved long after what the text speaks of',
        ['Visits rose in 2018/19.'],
        saved('2026-11-29', '2019-03-02'),
        '2019-03-02',
      ],
      [
        'left out where no year of its file is one of the text',
        ['Visits rose in 2018.'],
        saved('2026-11-29'),
        undefined,
      ],
      ['left out where it is that of a template', ['Visits rose.'], saved('2013-12-23'), undefined],
    ] as const)
      it(what, () => assert.equal(dated(lines, core), date));

    for (const line of [
      'Closing date: 4 March 2019',
      'The library burnt down on 4 March 2019.',
      '4 March 2019 to 6 March 2019',
      '31 February 2019',
    ])
      it(`that is not the paper’s: “${line}”`, () =>
        assert.equal(dated([line], saved('2026-11-29')), undefined));
  });
});
