import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ENTRIES } from '../../src/evidence';

/** What `npm run entries` says of an entry. */
interface Earned {
  readonly halves: readonly [number, number];
}

/** By name: what an entry finds, and what is like it and is not found. */
const EXAMPLES: Readonly<Record<string, readonly [right: string, wrong: string]>> = {
  'cues.atLarge': ['of all children in the county', 'of our loans'],
  'cues.beginsWithAQuantity': ['at least three in ten', 'this grew to 12%'],
  'cues.byPronoun': ['it reckons that 40% read', 'the trust reckons that'],
  'cues.continues': ['of these, 12% came back', 'loans rose by 12%'],
  'cues.here': ['500 people work here', 'we work there'],
  'cues.namesFinder': ['these figures were gathered by the trust', 'these figures rose'],
  'cues.nationwide': ['in the whole country', 'in the county'],
  'cues.ofUse': ['12% of our visitors', '12% of the hill'],
  'cues.opinion': ['12% said so', '12% came back'],
  'cues.own': ["we've grown", 'the trust has grown'],
  'cues.pointsBack': ['so says a report of the trust', 'the hall is open'],
  'cues.resumes': ['other results show', 'other rooms show'],
  'cues.takesTheFloor': ['Ann reported that', 'Ann has a report'],
  'kinds.against': ['8 as against 20', '8 and 20'],
  'kinds.againstMoney': [' a visit as against £9', ' a visit and £9'],
  'kinds.aimedAt': ['our aim is to double ', 'we doubled '],
  'kinds.areHit': [' people affected', ' people came'],
  'kinds.asMany': ['as many as ', 'as many '],
  'kinds.asked': ['we had 400 responses', 'we had 400 visits'],
  'kinds.becameOf': [' have since found a flat', ' stopped me in the street'],
  'kinds.began': ['the group began with only ', 'the group met '],
  'kinds.budgeted': ['a pay award of 3%', 'a fall of 3%'],
  'kinds.byThen': ['by the autumn it was ', 'by the end it rained '],
  'kinds.change': ['loans rose by 300', 'loans of 300'],
  'kinds.costsPeople': ['it costs each household about ', 'it costs '],
  'kinds.cuts': ['300 closed', '300 opened'],
  'kinds.decline': ['branches fell to 8', 'branches rose to 8'],
  'kinds.demanded': ['asks that ', 'asks '],
  'kinds.discount': [' off', ' off the opening hours'],
  'kinds.effect': ['helped 300', 'passed 300'],
  'kinds.elsewhere': [', and the next', ' and then'],
  'kinds.elsewhereCosts': ['would have cost £900', 'cost £900'],
  'kinds.foundFor': ['found work for ', 'found a chair for '],
  'kinds.gone': [' have shut', ' have opened'],
  'kinds.handled': ['300 books lent', '300 books on shelves'],
  'kinds.hasRoom': ['the hall seats ', 'the hall drew '],
  'kinds.helped': ['helped some ', 'saw some '],
  'kinds.inServices': [' library services have hosted gigs', ' libraries'],
  'kinds.intoIt': [' people into work', ' people at work'],
  'kinds.lastTime': ['last summer it was ', 'last summer was '],
  'kinds.ledTo': ['led to ', 'went to '],
  'kinds.likened': ['as bad for you as smoking ', 'bad for '],
  'kinds.longAgo': ['in the first world war', 'in 2024'],
  'kinds.lost': ['lost ', 'found '],
  'kinds.maybe': [' could', ' did'],
  'kinds.mustSave': ['must save ', 'did save '],
  'kinds.ofLife': [' of them have retired', ' of them have jobs'],
  'kinds.ofThemAlone': [' had never read', ' had lunch'],
  'kinds.ofWhom': [' of whom live alone', ' of the shelves'],
  'kinds.oneBody': [' of the group', ' of the book'],
  'kinds.oneThing': [' of the book', ' of children'],
  'kinds.planned': ['we need ', 'we have '],
  'kinds.price': ['tickets £5', 'loans of £5'],
  'kinds.returns': ['£7 for every £1', '£7 for every £1,200'],
  'kinds.roughly': ['almost ', 'the '],
  'kinds.saves': ['saves the town ', 'costs the town '],
  'kinds.savingSought': ['savings of £2m are required', 'savings made'],
  'kinds.sector': [' public libraries', ' chairs'],
  'kinds.since': [' since 2021', ' in all'],
  'kinds.sinceThen': ['since 2021 we lost ', 'we lost '],
  'kinds.someOf': [' of the mothers now meet', ' of the chairs'],
  'kinds.supposed': ['if ', 'imagine that you are one of the '],
  'kinds.target': ['our target: ', 'our trip: '],
  'kinds.today': ['now', 'then'],
  'kinds.together': [' say', ' shelf'],
  'kinds.undertaken': ['we will lend ', 'people will lend '],
  'kinds.upTo': ['up to ', 'up '],
  'kinds.value': ['worth £2m', 'paid £2m'],
  'kinds.volunteers': [' volunteers have signed up', ' volunteers'],
  'kinds.who': [' who sang', ' people'],
  'kinds.willDo': ['we will run ', 'we ran '],
  'kinds.yetToBe': ['would be ', 'was '],
  'sections.proposal': ['## financial implications', '## the cost of loneliness'],
  'sources.accordingTo': ['According to Ofcom, 4% are offline.', 'It is set by need.'],
  'sources.appendix': ['See Appendix B.', 'See the back.'],
  'sources.author': ['Reed (2019) found', 'Reed, aged 19'],
  'sources.bodyReports': ['The ONS estimates that', 'the people said that'],
  'sources.brackets': ['(Ofcom, 2024)', '(x)'],
  'sources.census': ['the 2021 Census', 'the list of 2021'],
  'sources.foundBy': ['It was estimated by the Ashby Trust.', 'It was closed by the Ashby Trust.'],
  'sources.initials': ['4% of adults (ONS)', 'the Office for National Statistics (ONS)'],
  'sources.itsStudy': ['in a survey of users', 'in the study room'],
  'sources.namedStudy': ['the Ashby survey', 'the Ashby hall'],
  'sources.officersSay': ['Officers confirmed that', 'Officers came.'],
  'sources.officialFigures': ['Government figures show', 'Government offices'],
  'sources.reckoning': ["by the council's own count", 'by the council'],
  'sources.reportedIn': ['as reported in the Ashby Echo', 'as reported in a hurry'],
  'sources.saysBody': ['One in ten reads, says the Ashby Trust.', 'One in ten reads, says who?'],
  'sources.source': ['Source: CIPFA', 'a source of joy'],
  'sources.studyBy': ['a report from the Ashby Trust', 'a letter from the Ashby Trust'],
  'sources.takenFrom': ['These figures come from the returns.', 'These people come from the town.'],
  'sources.theBodySays': ['The council says', 'The chair creaks'],
  'sources.weAsked': ['We asked our users', 'We asked for tea'],
};

/** Those that no labelled paper bears on, or few: what a user takes for granted keeps them. */
const TAKEN_FOR_GRANTED =
  /^sections\.|^kinds\.(?:supposed|longAgo|today|aimedAt|target|undertaken|hasRoom|decline|price|mustSave)$|^sources\.(?:namedStudy|officialFigures|foundBy|author)$/;

describe('What tells a figure and its source', () => {
  const table = JSON.parse(
    readFileSync(new URL('../../train/entries.json', import.meta.url), 'utf8'),
  ) as Record<string, Earned>;
  it('is measured, every entry of it, and nothing else (npm run entries)', () => {
    assert.deepEqual(Object.keys(table).sort(), [...ENTRIES.keys()].sort());
    assert.deepEqual(Object.keys(EXAMPLES).sort(), [...ENTRIES.keys()].sort());
  });
  for (const [name, { pattern }] of ENTRIES) {
    it(`earns its place: ${name}`, () => {
      const [one, other] = table[name]!.halves;
      assert.ok(one + other > 0 || TAKEN_FOR_GRANTED.test(name), `${one} and ${other}`);
    });
    it(`is in “${EXAMPLES[name]?.[0]}” and not in “${EXAMPLES[name]?.[1]}”: ${name}`, () => {
      const [right, wrong] = EXAMPLES[name]!;
      assert.notEqual(right.search(pattern), -1, right);
      assert.equal(wrong.search(pattern), -1, wrong);
    });
  }
});
