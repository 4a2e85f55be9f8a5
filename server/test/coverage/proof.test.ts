import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { proofOf } from '../../src/coverage/proof';
import { type Draft, editDraft, parseDraft, passagesOf } from '../../src/draft';
import { findings } from '../rules/helpers';
import { briefing, coverageOf, project, stateOf } from './support';

const DIGITAL =
  'Our digital champions help residents who have never used a computer to get online, and lend them a tablet with free data until they can manage by themselves.';

describe('the proof of a case', () => {
  it('is a figure with a source, a source, or a named person’s words', () => {
    const state = (text: string) => stateOf(coverageOf(briefing(text)), 'digital');
    assert.equal(state(DIGITAL), 'argued');
    assert.equal(
      state(`${DIGITAL} Last year they taught 1,150 people (Anyshire Libraries, 2024).`),
      'evidenced',
    );
    assert.equal(
      state(`${DIGITAL} Last year they taught 1,150 people.[^1]\n\n[^1]: Annual report, 2024.`),
      'evidenced',
    );
    assert.equal(
      state(
        `${DIGITAL} “I order my tablets on the screen now, and I could not have done it without them,” said Jean Pugh, a library customer.`,
      ),
      'evidenced',
    );
    assert.equal(state(`${DIGITAL} Last year they taught 1,150 people.`), 'argued');
  });

  it('is nothing in a row or a sentence that is still to be filled in', () => {
    const state = (text: string) => stateOf(coverageOf(briefing(text)), 'digital');
    const row = (before: string): string =>
      `| What changes | Source | Before | After |\n| - | - | - | - |\n| Older people who live alone find company at our lunch clubs, and feel less lonely | Ashby Libraries, survey of 2025 | ${before} | 71% feel less lonely |\n`;
    const proofIn = (table: string): number => {
      const { block } = parseDraft(table).blocks[0]!;
      return proofOf(block, passagesOf(block).at(-1)!).length;
    };
    assert.ok(proofIn(row('48%')) > 0);
    assert.equal(proofIn(row('TBC')), 0);
    const taught = (count: string): string =>
      `${DIGITAL} Last year they taught 1,150 people, and ${count} came back (Anyshire Libraries, 2024).`;
    assert.equal(state(taught('410')), 'evidenced');
    assert.equal(state(taught('XX')), 'argued');
    assert.equal(state(`${taught('410')} The tablets cost TBC.`), 'evidenced');
  });

  it('is not the name of a collection or a team, as that of local studies is', () => {
    const state = (text: string) => {
      const { block } = parseDraft(`${DIGITAL} ${text}`).blocks[0]!;
      return proofOf(block, passagesOf(block)[0]!).length > 0 ? 'evidenced' : 'argued';
    };
    assert.equal(state('The Trust’s local studies team taught 212 people.'), 'argued');
    assert.equal(state('The Trust’s study of learners counted 212 people.'), 'evidenced');
  });

  it('is not about how many it is, as somebody without a name says', () => {
    const state = (text: string) => {
      const { block } = parseDraft(`${DIGITAL} ${text}`).blocks[0]!;
      return proofOf(block, passagesOf(block)[0]!).length > 0 ? 'evidenced' : 'argued';
    };
    for (const hearsay of [
      'The practice manager says that they taught about 40 patients.',
      'Our manager told us that they taught hundreds of people.',
      'Its manager reckons that 60 people or so were taught.',
      'Librarians say that they taught dozens of people.',
      'Local librarians say that about 40 people were taught.',
      'A council officer says that about 40 people were taught.',
    ])
      assert.equal(state(hearsay), 'argued', hearsay);
    for (const counted of [
      'Ofcom says that about one in three people is not online.',
      'The county council says that about 40 people were taught.',
      'The police told us that about 70 people were taught.',
      'Our university reckons that hundreds of people were taught.',
      'Age UK says that about 40 people were taught.',
      'According to the counters at the doors, about 5,200 people were taught.',
    ])
      assert.equal(state(counted), 'evidenced', counted);
  });

  it('is not a source of which our own finding says that nobody can look it up', () => {
    const state = (text: string) => stateOf(coverageOf(briefing(text)), 'digital');
    const vague =
      'Research by the Good Things Foundation shows that 8.5 million people lack basic digital skills.';
    const found = `${DIGITAL} ${vague}`;
    assert.equal(findings('source-vague', briefing(found)).length, 1);
    assert.equal(state(found), 'argued');
    const { passages } = coverageOf(briefing(found)).areas.find(({ topic }) => topic.id === 'digital')!;
    assert.equal(passages[0]!.heldBackBy, 'source');
    assert.equal(state(`${found}[^1]\n\n[^1]: Good Things Foundation, *Digital Nation*, 2025.`), 'evidenced');
    assert.equal(
      state(`${found} Last year they taught 1,150 people (Anyshire Libraries, 2024).`),
      'evidenced',
    );
    assert.equal(
      state(
        `${found} “I order my tablets on the screen now, and I could not have done it without them,” said Jean Pugh, a library customer.`,
      ),
      'evidenced',
    );
  });

  it('is not what is only planned, however well the plan can be looked up', () => {
    const said = (text: string) =>
      briefing(
        `${DIGITAL} ${text}[^1]\n\n[^1]: Anyshire Libraries, *Digital Plan*, 2026.`,
        'areas: [digital]\n',
      );
    for (const plan of [
      'In 2027 we will reach 400 people.',
      'In 2027 they will have taught 400 people.',
      'Our target is to teach 400 people a year.',
      'Target: 400 people.',
      'With the grant they would support up to 400 people a year.',
      'The council plans to train 40 more of them.',
      'Each course has places for 12 people.',
      'The government’s aim is that 95% of adults are online by 2030.',
    ]) {
      assert.equal(stateOf(coverageOf(said(plan)), 'digital'), 'argued', plan);
      assert.equal(findings('area-unevidenced', said(plan)).length, 1, plan);
    }
    for (const done of [
      'In 2025 they reached 400 people, and in 2026 they will reach 500.',
      'We will keep the hub that 400 people used in 2025.',
      'They taught 400 people in 2025, against a target of 300.',
      'The cut will leave 400 people without anybody to ask.',
      'One in five residents will be over 75 by 2030.',
      'They helped to train 400 people in 2025.',
    ]) {
      assert.equal(stateOf(coverageOf(said(done)), 'digital'), 'evidenced', done);
      assert.deepEqual(findings('area-unevidenced', said(done)), [], done);
    }
  });

  it('is not how many libraries or residents there are, or how busy the library is', () => {
    const state = (text: string) =>
      stateOf(
        coverageOf(briefing(`${DIGITAL} ${text}[^1]\n\n[^1]: Anyshire Libraries, *Annual Report*, 2026.`)),
        'digital',
      );
    for (const beside of [
      'The county has 14 branch libraries.',
      'Ashby has about 24,000 residents.',
      'The county has a population of 310,000.',
      'The library had 131,000 visits last year.',
      'The library is open 45 hours a week.',
    ])
      assert.equal(state(beside), 'argued', beside);
    for (const proof of [
      'At the county’s 14 libraries they taught 1,150 people last year.',
      'Ashby has about 2,400 residents who have no internet at home.',
      'The library had 13,000 visits last year to its computers, by people who have no internet at home.',
      'The hub had 1,300 visits last year.',
    ])
      assert.equal(state(proof), 'evidenced', proof);
  });

  it('is not a footnote that only names a body', () => {
    const state = (note: string) =>
      stateOf(
        coverageOf(briefing(`${DIGITAL} Last year they taught 1,150 people.[^1]\n\n[^1]: ${note}`)),
        'digital',
      );
    for (const bare of [
      'CIPFA.',
      'ONS',
      'Source: Ofcom',
      'National Literacy Trust website.',
      'The Reading Agency',
    ])
      assert.equal(state(bare), 'argued', bare);
    for (const found of [
      'CIPFA, 2024.',
      'CIPFA, *Public library statistics*.',
      '<https://www.cipfa.org/>',
      'Library management system.',
      'Door counters.',
      'Ibid.',
      'See note 2.',
      'Public Libraries and Museums Act.',
      'Letter from the Head of Service to the Trust.',
    ])
      assert.equal(state(found), 'evidenced', found);
  });

  it('is a source that the text names with its date, whatever the footnote beside it lacks', () => {
    const state = (claim: string) =>
      stateOf(coverageOf(briefing(`${DIGITAL} ${claim}[^1]\n\n[^1]: CIPFA.`)), 'digital');
    for (const dated of [
      'They taught 1,150 people (Anyshire Libraries, 2024).',
      'In *Getting online*, a report of 2024, they taught 1,150 people.',
      'They taught 1,150 people, says a report that was published in March 2024.',
    ])
      assert.equal(state(dated), 'evidenced', dated);
    for (const bare of ['They taught 1,150 people.', 'In 2024 they taught 1,150 people.'])
      assert.equal(state(bare), 'argued', bare);
  });

  it('is not what a body is said to have found, where nobody can tell in which publication or year', () => {
    const state = (claim: string, frontMatter = '') =>
      stateOf(coverageOf(briefing(`${DIGITAL} ${claim}`, frontMatter)), 'digital');
    for (const name of [
      'The Ashby Reading Trust found that 120 of them came back.',
      'UHI says that 39 of them finished the year.',
      'According to the Ashby Reading Trust, 120 of them came back.',
      'The Office for National Statistics says one in seven of them came back.',
      'On the council’s own figures one household in eleven has no internet at home.',
    ])
      assert.equal(state(name), 'argued', name);
    for (const more of [
      'The Ashby Reading Trust found in its 2024 review that 120 of them came back.',
      'The Ashby Reading Trust found that 120 of them came back.[^1]\n\n[^1]: *Coming back*, 2024.',
      'According to our door counters, 120 of them came back.',
      'Ms Kaur, who teaches there, says that 120 of them came back.',
    ])
      assert.equal(state(more), 'evidenced', more);
    const own = 'Ashby Libraries found that 120 of them came back.';
    assert.equal(state(own), 'argued');
    assert.equal(state(own, 'organisation: Ashby Libraries\n'), 'evidenced');
  });

  it('is a count of which the notes to editors say where it is from', () => {
    const release = (notes: string, claim = 'Last year 1,150 people came to them.') =>
      `---\nkind: press-release\ntitle: Our libraries\n---\n\n${DIGITAL} ${claim}\n\n**Notes to editors**\n\n${notes}\n`;
    const state = (text: string) => stateOf(coverageOf(text), 'digital');
    for (const note of [
      '1. Ashby has nine libraries.\n2. Figures are from the library management system, April 2024 to March 2025.',
      'Figures come from the registration cards that each branch keeps.',
      '1. Figures for people who came are from the registers, counted on 15 September 2025.',
      '1. Digital figures: library records, February to August 2025.\n2. People figures: library records, 2025.',
    ])
      assert.equal(state(release(note)), 'evidenced', note);
    for (const note of [
      '1. Ashby has nine libraries.',
      '1. Visitor figures for 2025 are from the door counters.',
      '1. Figures are provisional.',
      '1. Last year’s figures: 2,704 joined.',
      '1. Figures: TBC by Monday morning.',
    ])
      assert.equal(state(release(note)), 'argued', note);
    // What is asked for all the same.
    const world = 'Loneliness among people offline has risen by 38% since the pandemic.';
    assert.equal(state(release('1. Figures are from the library management system, 2025.', world)), 'argued');
  });

  it('is not a footnote that is still to be filled in', () => {
    const state = (text: string) => stateOf(coverageOf(briefing(text)), 'digital');
    const claim = `${DIGITAL} Last year they taught 1,150 people`;
    const empty = '[^1]: [insert source, year and link]';
    const full = '[^2]: Annual report, 2024.';
    assert.equal(state(`${claim}.[^1]\n\n${empty}`), 'argued');
    assert.equal(state(`${claim}.[^1]\n\n[^1]: Anyshire, *[insert title]*, 2024`), 'argued');
    assert.equal(state(`${claim}.[^1]\n\n[^1]: TBC`), 'argued');
    assert.equal(state(`${claim}.[^1] [^2]\n\n${empty}\n${full}`), 'evidenced');
    assert.equal(state(`${claim}.[^2]\n\n${empty}\n${full}`), 'evidenced');
    const both = `${claim}.[^1]\n\n${claim} and more.[^2]\n\n${empty}\n${full}`;
    assert.equal(state(both), 'evidenced');
    const { passages } = coverageOf(briefing(both)).areas.find(({ topic }) => topic.id === 'digital')!;
    assert.deepEqual(
      passages.map(({ state }) => state),
      ['argued', 'evidenced'],
    );
    assert.ok(passages[0]!.reasons.some(({ why }) => why === 'cue'));
  });

  it('shows of a proof whose footnote was emptied, or filled in, what a paper read anew shows', () => {
    const text = briefing(`${DIGITAL} Last year they taught 1,150 people.[^1]\n\n[^1]: Annual report, 2024.`);
    const shown = (draft: Draft) =>
      cover(draft, project)
        .areas.find(({ topic }) => topic.id === 'digital')!
        .passages.map(({ state, reasons }) => [state, reasons.map(({ why, text: words }) => [why, words])]);
    const replaced = (draft: Draft, from: string, to: string): Draft => {
      const start = draft.text.indexOf(from);
      return editDraft(draft, { span: { start, end: start + from.length }, text: to });
    };
    const filled = parseDraft(text);
    shown(filled);
    const emptied = replaced(filled, 'Annual report, 2024.', '[insert source]');
    assert.deepEqual(shown(emptied), shown(parseDraft(emptied.text)));
    const again = replaced(emptied, '[insert source]', 'Annual report, 2024.');
    assert.deepEqual(shown(again), shown(parseDraft(again.text)));
  });

  it('is a block quotation that says below or behind it who speaks and what they are', () => {
    const words = '“The job club helped me to find a job at the boatyard after two years without work.”';
    const of = (quotation: string) => stateOf(coverageOf(briefing(quotation)), 'economic');
    for (const signature of [
      'Amira Khan, job seeker, Harbour ward',
      '— Amira Khan, 34',
      'Amira Khan, job seeker',
    ])
      assert.equal(of(`> ${words}\n>\n> ${signature}`), 'evidenced', signature);
    assert.equal(of(`> ${words}  \n> Amira Khan, job seeker`), 'evidenced');
    for (const signature of ['Amira Khan', 'A job seeker', 'Thank you, all', 'Mother of two, Lea Bank'])
      assert.equal(of(`> ${words}\n>\n> ${signature}`), 'argued', signature);
  });
});

describe('evidence', () => {
  const LONELY = 'The Monday lunch is for older people who live alone, and they find company there.';
  const ONLINE =
    '71% of the learners who came to the digital skills sessions can now bank online (Ofcom, 2025).';
  const FILLED = 'The car park was repaved. It has 71% more spaces than in 2019 (Ofcom, 2025).';
  const state = (text: string, topic: string) => stateOf(coverageOf(briefing(text)), topic);

  it('is not made by the author’s word: a figure counts where its sentence speaks of the topic', () => {
    const declared = (text: string) => state(`<!-- advocacy-covers isolation -->\n\n${text}`, 'isolation');
    assert.equal(declared(FILLED), 'argued');
    assert.equal(declared(`Loneliness is on the agenda. ${FILLED}`), 'argued');
    assert.equal(
      declared('Loneliness is on the agenda: 71% feel lonely (Ofcom, 2025). It is late.'),
      'evidenced',
    );
    // One sentence is one claim, whatever words it has for it.
    assert.equal(declared('Top Time had 71% more guests than in 2019 (Ofcom, 2025).'), 'evidenced');
  });

  it('is what it was where the author says what the passage argues anyway', () => {
    const text = `${LONELY} Since it began, 71% of those who come feel better (Ofcom, 2025).`;
    assert.equal(state(text, 'isolation'), 'evidenced');
    assert.equal(state(`<!-- advocacy-covers isolation -->\n\n${text}`, 'isolation'), 'evidenced');
  });

  it('of one area is none of another that shares its paragraph', () => {
    assert.equal(state(`${LONELY} ${ONLINE}`, 'isolation'), 'argued');
    assert.equal(state(`${LONELY} ${ONLINE}`, 'digital'), 'evidenced');
  });

  it('of one area is found behind any number of figures on another', () => {
    const figures = `${ONLINE} 62% of them send e-mail, 55% shop online and 44% use an app on a tablet (Ofcom, 2025).`;
    const lonely = '71% of those who live alone feel less lonely (Ofcom, 2025).';
    assert.equal(state(`${LONELY} ${figures}`, 'isolation'), 'argued');
    assert.equal(state(`${LONELY} ${figures} ${lonely}`, 'isolation'), 'evidenced');
  });

  it('is not for what a passage speaks of only by what stands above it', () => {
    const books =
      'At each stop the driver brings books chosen with the reader, large print and talking books among them, and lends novels to readers who can no longer come to the library.';
    const state = (claim: string) => stateOf(coverageOf(briefing(`${books}\n\n${claim}`)), 'reading');
    assert.equal(
      state('Of 34 people who took part, 82% said that they felt less lonely (Ashby, 2026).'),
      'argued',
    );
    assert.equal(
      state('Of 34 readers who took part, 82% said that they read more books (Ashby, 2026).'),
      'evidenced',
    );
  });

  it('of one area may be what a named person says, where the figures are on another', () => {
    const said = '“I was lonely, and now I have friends to have lunch with,” said Jean Pugh, a customer.';
    assert.equal(state(`${LONELY} ${said}`, 'isolation'), 'evidenced');
    assert.equal(state(`${LONELY} ${ONLINE} ${said}`, 'isolation'), 'evidenced');
  });

  it('of one area does not stand by the footnote of another that shares its paragraph', () => {
    const figure = 'Since it began, 71% of those who live alone feel less lonely';
    const other = '62% of the learners on the digital skills course can now bank online';
    const text = (first: string, second: string): string =>
      `${LONELY} ${figure}.[^1] ${other}.[^2]\n\n[^1]: ${first}\n[^2]: ${second}`;
    const full = 'Ashby Council, *Annual report*, 2024.';
    assert.equal(state(text(full, full), 'isolation'), 'evidenced');
    assert.equal(state(text('TBC', full), 'isolation'), 'argued');
    assert.equal(state(text('TBC', full), 'digital'), 'evidenced');
    assert.equal(state(text(full, 'TBC'), 'isolation'), 'evidenced');
    assert.equal(state(text(full, 'TBC'), 'digital'), 'argued');
  });
});
