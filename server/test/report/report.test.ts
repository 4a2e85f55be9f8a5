import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import type { State } from '../../src/coverage/types';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { coverageReport, describeCoverage, findingReport, lineRangeOf, titleOf } from '../../src/report';
import { excerpt, linesOf, sumOf, whereOf } from '../../src/report/advice';
import { coverageHtml } from '../../src/report/html';
import { amountArgued } from '../../src/report/labels';
import { coverageMarkdown } from '../../src/report/markdown';
import { idsOf } from '../framework/ids';

describe('what programs outside are told', () => {
  it('the title of a draft', () => {
    const cases: readonly [text: string, title: string][] = [
      ['---\ntitle: " From the front matter "\n---\n\n# Heading\n', 'From the front matter'],
      ['---\ntitle: ""\n---\n\n# Heading\n', 'Heading'],
      ['## Second *level*\n\n# First\n\n# Other\n', 'First'],
      ['### Only `third`\n', 'Only third'],
      ['Words.\n', ''],
      ['', ''],
    ];
    for (const [text, title] of cases) assert.equal(titleOf(parseDraft(text)), title, text);
  });

  it('places in lines and columns from 1, in UTF-16 code units, ends exclusive', () => {
    const draft = parseDraft('a\r\n\r\n😀 b\nc\n');
    assert.deepEqual(lineRangeOf(draft, { start: 8, end: 9 }), {
      line: 3,
      column: 4,
      endLine: 3,
      endColumn: 5,
    });
    assert.deepEqual(lineRangeOf(draft, { start: 5, end: 11 }), {
      line: 3,
      column: 1,
      endLine: 4,
      endColumn: 2,
    });
    assert.deepEqual(lineRangeOf(draft, { start: 0, end: 0 }), {
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    });
  });

  it('a finding, with its page, and with its fixes where it has some', () => {
    const draft = parseDraft('# A\n');
    const finding = {
      rule: 'title-missing',
      severity: 'warning',
      message: 'M',
      span: { start: 0, end: 3 },
    } as const;
    const { url, ...plain } = findingReport(draft, { ...finding, fixes: [] });
    assert.deepEqual(plain, {
      rule: 'title-missing',
      severity: 'warning',
      message: 'M',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 4,
    });
    assert.match(url!, /title-missing\.md$/);
    const edits = (text: string) => [{ span: { start: 0, end: 0 }, text }];
    const fixes = [
      { title: 'Mend it', edits: edits('# A') },
      { title: 'Begin it', edits: edits('# [insert title]') },
    ];
    assert.deepEqual(findingReport(draft, { ...finding, fixes }).fixes, [
      { title: 'Mend it', mends: true },
      { title: 'Begin it', mends: false },
    ]);
  });

  it('every area and offer, with promises after the offers', () => {
    const draft = parseDraft('---\ntitle: T\nareas: all\n---\n\nWords.\n');
    const report = coverageReport(draft, cover(draft, builtInProject), 'x.md');
    assert.deepEqual([report.file, report.kind, report.title], ['x.md', 'briefing', 'T']);
    assert.deepEqual(
      report.areas.map(({ id, state, asked }) => [id, state, asked]),
      idsOf('area').map((id) => [id, 'missing', true]),
    );
    assert.deepEqual(
      report.offers.map(({ id }) => id),
      idsOf('offer', 'promise'),
    );
  });

  it('what earned a verdict, and no passage that only mentions', () => {
    const report = (text: string): string => {
      const draft = parseDraft(text);
      return coverageMarkdown([describeCoverage(draft, cover(draft, builtInProject), 'x.md')]);
    };
    const mention = 'Libraries tackle isolation and do much more.';
    assert.match(report(`---\nareas: all\n---\n\n${mention}`), /○ mentioned/);
    // Of what nobody asks for, nothing is a fault.
    assert.match(report(mention), /○ mentioned \|/);
    assert.match(report(mention), /\| Economic recovery \| {2}\| {2}\|/);
    assert.match(report(mention), /\nAn empty cell: the paper does not argue this/);
    assert.doesNotMatch(report(mention), /✗/);
    assert.doesNotMatch(report(mention), /In these words/);
    const both = report(
      `${mention}\n\nResidents who have no internet at home cannot apply for jobs online. Library staff help them to get online, so that they can apply.`,
    );
    assert.match(both, /In these words:\n\n(?:- .*\n)*- Digital inclusion, line 3:/);
    assert.doesNotMatch(both, /- Isolation and reconnection, line/);
    assert.match(
      both,
      /To hold it to what it argues, choose the pin .*, or write “areas: \\\[economic, digital\\\]”/,
    );
  });

  it('that a paper is not judged, and nothing else of it, where it is not in English', () => {
    const draft = parseDraft(
      '---\nkind: report\nlanguage: cy\nareas: all\n---\n\n# Y llyfrgell\n\nMae 40 o bobl yn dod.\n',
    );
    const coverage = cover(draft, builtInProject);
    const report = coverageReport(draft, coverage, 'x.md');
    assert.equal(report.language, 'cy');
    assert.ok([...report.areas, ...report.offers].every(({ state, asked }) => state === 'missing' && !asked));
    const told = [describeCoverage(draft, coverage, 'x.md')];
    for (const text of [coverageMarkdown(told), coverageHtml(told)]) {
      assert.match(text, /This paper is in Welsh, which is not judged for what it argues\./);
      assert.doesNotMatch(text, /Digital inclusion|next/);
    }
    const both = [...told, ...told];
    assert.match(coverageMarkdown(both), /\| Draft \|/);
  });

  it('lines as people write them', () => {
    const at = (...places: [number, number][]) =>
      linesOf(places.map(([line, endLine]) => ({ line, endLine, state: 'argued', reasons: [], text: '' })));
    assert.equal(at(), '');
    assert.equal(at([3, 3]), 'line 3');
    assert.equal(at([3, 5]), 'lines 3–5');
    assert.equal(at([3, 3], [9, 9], [9, 9]), 'lines 3, 9');
    assert.equal(at([1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 6]), 'lines 1, 2, 3, 4 and 2 more');
  });

  it('lines by what they do for a topic, the strongest first', () => {
    const topic = (...places: [line: number, state: 'mentioned' | 'argued' | 'evidenced'][]) => {
      const passages = places.map(([line, state]) => ({ line, endLine: line, state, reasons: [], text: '' }));
      const state = (['evidenced', 'argued', 'mentioned'] as const).find((one) =>
        places.some(([, own]) => own === one),
      );
      return { state: state ?? 'missing', passages } as const;
    };
    assert.equal(whereOf(topic()), '');
    assert.equal(whereOf(topic([3, 'argued'], [9, 'argued'])), 'lines 3, 9');
    assert.equal(
      whereOf(topic([3, 'mentioned'], [9, 'argued'], [12, 'evidenced'], [15, 'mentioned'])),
      'line 12 · ◐ argued in line 9 · ○ mentioned in lines 3, 15',
    );
  });

  it('of what a draft is not held to, how much it argues anyway', () => {
    const area = (state: 'missing' | 'argued', asked: boolean) => ({ state, asked, group: 'area' }) as const;
    const sums = [
      [area('argued', true), area('missing', true), area('argued', false)],
      [area('argued', false), area('missing', false)],
      [area('argued', false), area('argued', false)],
      [area('missing', false)],
    ].map((topics) => sumOf('area', topics));
    assert.deepEqual(sums, ['2 of 3 areas argued', '1 area argued', '2 areas argued', 'no areas argued']);
  });

  it('how much is argued in the same words as the Coverage view and the line above the title', () => {
    const states = (...all: readonly (readonly [State, boolean])[]) =>
      all.map(([state, asked]) => ({ state, asked }));
    for (const [topics, words] of [
      [states(['argued', true], ['evidenced', true], ['missing', true], ['argued', false]), '3 of 4 areas'],
      [states(['missing', true], ['argued', false]), '1 of 2 areas'],
      [states(['missing', true]), '0 of 1 area'],
      [states(['evidenced', false], ['missing', false]), '1 area'],
      [states(['argued', false], ['evidenced', false]), '2 areas'],
      [states(['mentioned', false]), 'no areas'],
    ] as const) {
      assert.equal(amountArgued(topics, 'area'), words);
      const grouped = topics.map((topic) => ({ ...topic, group: 'area' as const }));
      assert.equal(sumOf('area', grouped), `${words} argued`);
      assert.equal(`${amountArgued(topics)}`, words.replace('no areas', 'none').replace(/ areas?$/, ''));
    }
  });

  it('a promise is counted by itself, and only where it is asked for', () => {
    const topic = (state: 'missing' | 'argued', asked: boolean, group: 'offer' | 'promise') =>
      ({ state, asked, group }) as const;
    assert.equal(
      sumOf('offer', [topic('argued', true, 'offer'), topic('argued', false, 'promise')]),
      '1 of 1 offer argued',
    );
    assert.equal(
      sumOf('offer', [topic('argued', true, 'offer'), topic('missing', true, 'promise')]),
      '1 of 1 offer argued, 0 of 1 promise argued',
    );
    assert.equal(
      sumOf('offer', [topic('argued', false, 'offer'), topic('argued', true, 'promise')]),
      '1 offer argued, 1 of 1 promise argued',
    );
    assert.equal(
      sumOf('offer', [
        topic('argued', false, 'offer'),
        topic('missing', true, 'promise'),
        topic('argued', false, 'promise'),
      ]),
      '1 offer argued, 1 of 2 promises argued',
    );
  });

  it('excerpts that end between words and never in a character', () => {
    assert.equal(excerpt('short', 10), 'short');
    assert.equal(excerpt('two\n words', 20), 'two words');
    assert.equal(excerpt('one two three four', 10), 'one two…');
    assert.equal(excerpt('😀'.repeat(10), 5), '😀😀…');
  });
});
