import assert from 'node:assert/strict';
import type { State, Why } from '../../../server/src/coverage/types';
import type {
  CoverageResult,
  ReportedPassage,
  ReportedReason,
  ReportedTopic,
} from '../../../server/src/protocol';
import { stateName } from '../../../server/src/report/labels';
import {
  groupsOf,
  hoverLines,
  languageWords,
  likelyWords,
  nameWords,
  passageRow,
  passageWords,
  rowTitle,
  shortSum,
  summaryLines,
  sumOf,
  topicHeading,
  topicIcon,
  topicRow,
  topicsAt,
  topicsSpokenOf,
  topicWords,
} from '../../src/views/coverage-labels';

/** Topics from "argued missing? argued!": a state each, with "?" where the draft is not held to it, "!" for a promise. */
const topics = (states: string): ReportedTopic[] =>
  states
    .split(' ')
    .filter((state) => state !== '')
    .map((state, index) => ({
      id: `t${index}`,
      title: `T${index}`,
      state: state.replace(/[?!]/g, '') as State,
      asked: !state.includes('?'),
      ...(state.includes('!') ? { promise: true as const } : {}),
      passages: [],
    }));

const coverage = (areas: string, offers: string): CoverageResult => ({
  file: '',
  kind: '',
  title: '',
  version: 1,
  draft: true,
  words: 0,
  toFill: 0,
  review: '',
  argue: {},
  areas: topics(areas),
  offers: topics(offers),
});

describe('The words above the coverage', () => {
  for (const [words, says] of [
    [0, 'a.md · 0 words'],
    [1, 'a.md · one word'],
    [12_345, 'a.md · 12,345 words'],
  ] as const)
    it(`say how long the draft is: ${says}`, () => assert.equal(nameWords('a.md', { words }), says));
});

describe('The sum of a draft', () => {
  const cases: readonly [areas: string, offers: string, sum: string][] = [
    ['argued evidenced mentioned missing missing', 'missing?', '2 of 5 areas argued'],
    ['argued argued? missing', 'argued', '2 of 3 areas argued'],
    ['missing? argued?', 'argued missing', '1 area and 1 of 2 offers argued'],
    ['missing? mentioned?', 'argued missing', '1 of 2 offers argued'],
    ['missing? argued? evidenced?', 'missing?', '2 areas argued'],
    ['missing? argued?', 'missing?', '1 area argued'],
    ['missing? mentioned?', 'argued?', '1 offer argued'],
    ['missing? mentioned?', 'mentioned?', 'No areas argued'],
    ['missing mentioned', 'argued? missing?', '0 of 2 areas and 1 offer argued'],
    ['missing mentioned', 'argued missing', '0 of 2 areas and 1 of 2 offers argued'],
    ['missing', '', '0 of 1 area argued'],
    ['missing?', 'missing? argued?!', 'No areas argued'],
    ['missing?', 'argued missing!', '1 of 1 offer argued'],
  ];
  for (const [areas, offers, sum] of cases) {
    it(`of ${areas} and ${offers || 'no offers'} is "${sum}"`, () => {
      assert.equal(shortSum(coverage(areas, offers)), sum);
    });
  }

  it('counts what the draft is held to, where it is held to something, and what it argues besides', () => {
    assert.equal(sumOf(topics('argued argued? missing')), '2 of 3 argued (2 asked for, 1 besides)');
    assert.equal(sumOf(topics('missing argued? missing?')), '1 of 2 argued (1 asked for, 1 besides)');
    assert.equal(sumOf(topics('argued missing mentioned?')), '1 of 2 argued');
    assert.equal(sumOf(topics('argued? argued?')), '2 argued');
    assert.equal(sumOf(topics('missing?')), 'none argued');
  });

  it('does not fall as an argument is added, which holds the paper to its topic', () => {
    const argued = ['missing? argued?', 'missing argued?', 'argued argued?'].map((areas) =>
      shortSum(coverage(areas, '')),
    );
    assert.deepEqual(argued, ['1 area argued', '1 of 2 areas argued', '2 of 2 areas argued']);
  });

  it('names topics by their state, the strongest first', () => {
    const lines = summaryLines(topics('missing argued evidenced argued missing? mentioned'));
    assert.deepEqual(lines, ['evidenced: T2', 'argued: T1, T3', 'mentioned: T5', 'missing: T0']);
  });

  it('counts the rows that stand under it: promises have a heading of their own', () => {
    const groups = groupsOf(coverage('argued missing', 'argued argued argued! missing!'));
    assert.deepEqual(
      groups.map((group) => `${group.title}: ${sumOf(group.topics)}, ${group.topics.length} rows`),
      [
        'Recovery areas: 1 of 2 argued, 2 rows',
        'Universal Library Offers: 2 of 2 argued, 2 rows',
        'Promises: 1 of 2 argued, 2 rows',
      ],
    );
    assert.deepEqual(
      groupsOf(coverage('argued', '')).map(({ id }) => id),
      ['area'],
    );
  });

  it('heads in the hover of the status bar what stands below it, and nothing else', () => {
    assert.deepEqual(
      hoverLines(coverage('argued missing evidenced? missing?', 'argued? missing? evidenced!')),
      [
        'Recovery areas: 2 of 3 argued (2 asked for, 1 besides)',
        '• evidenced: T2',
        '• argued: T0',
        '• missing: T1',
        'Universal Library Offers: 1 argued',
        '• argued: T0',
        'Promises: 1 of 1 argued',
        '• evidenced: T2',
      ],
    );
    assert.deepEqual(hoverLines(coverage('missing?', 'missing?')), ['No areas argued']);
    assert.deepEqual(hoverLines(coverage('argued?', 'missing?')), [
      'Recovery areas: 1 argued',
      '• argued: T0',
    ]);
  });

  it('says of a topic that is not argued yet what it is about, and what its + does', () => {
    const [missing, mentioned, done] = topics('missing mentioned argued') as [
      ReportedTopic,
      ReportedTopic,
      ReportedTopic,
    ];
    const argue = 'Show how people find work.';
    const nothing = 'T0: missing\nNothing in this paper is about it yet.';
    assert.equal(topicWords(missing, argue), `${nothing}\n${argue}\n+ inserts an argument to fill in.`);
    assert.equal(
      topicWords(mentioned, argue),
      `T1: mentioned\nIt is mentioned, but no case is made for it yet.\n${argue}\n+ inserts an argument to fill in.`,
    );
    assert.equal(topicWords(done, argue), 'T2: argued');
    assert.match(
      topicWords(topics('missing?')[0]!, argue),
      /^\+ inserts an argument to fill in, and holds the paper to it\.$/m,
    );
    assert.equal(topicWords(missing, undefined), `${nothing}\n+ inserts an argument to fill in.`);
    assert.equal(topicHeading(missing), 'T0: nothing in this paper is about it yet.');
  });

  it('says of a topic that the draft is not held to nothing that reads as a fault', () => {
    assert.deepEqual(topics('missing missing? mentioned? argued?').map(stateName), [
      'missing',
      'missing (not asked for)',
      'mentioned (not asked for)',
      'argued (not asked for)',
    ]);
  });

  it('names the topics that it argues, asked for or not', () => {
    assert.deepEqual(
      [...topicsSpokenOf(coverage('mentioned? missing argued? evidenced', ''))],
      ['T3', 'T2', 'T0'],
    );
  });

  it('says in which language a draft is that is not judged, and nothing of what it argues', () => {
    const welsh = { ...coverage('missing?', 'missing?'), language: 'cy' };
    assert.equal(shortSum(welsh), 'In Welsh, not judged');
    assert.deepEqual(hoverLines(welsh), ['This paper is in Welsh, which is not judged for what it argues.']);
    assert.equal(
      languageWords('cy-GB').hint,
      languageWords('cy').hint.replace('Welsh', 'Welsh (United Kingdom)'),
    );
    assert.equal(languageWords('xx').label, 'In xx');
  });

  it('has rows as short as the id that front matter has, so that a narrow view shows the verdict behind it', () => {
    const row = (id: string, title: string, states: string) => {
      const topic = { ...topics(states)[0]!, id, title };
      return `${rowTitle(topic)} ${topicRow(topic)}`;
    };
    assert.equal(row('isolation', 'Isolation and reconnection', 'mentioned'), 'Isolation mentioned');
    assert.equal(row('net-zero', 'Net zero at work', 'argued'), 'Net zero argued');
    assert.equal(row('art', 'Arts and culture', 'argued'), 'Arts and culture argued');
    assert.equal(
      row('culture-creativity', 'Culture and Creativity', 'missing'),
      'Culture and Creativity missing',
    );
    const promise = "Vision and Print Impaired People's Promise";
    assert.equal(row('vision-print-impaired-promise', promise, 'mentioned?!'), 'Vision and Print… mentioned');
    assert.equal(row('own', 'Parks and gardens near libraries', 'argued'), 'Parks and gardens near… argued');
    assert.equal(row('childrens-promise', "Children's Promise", 'mentioned!'), 'Children mentioned');
    assert.equal(row('own', 'Universal Promise', 'argued'), 'Universal Promise argued');
  });

  it('calls missing only what the draft is held to, and has a word and a shape for each', () => {
    const all = topics('missing missing? mentioned? argued');
    assert.deepEqual(all.map(topicRow), ['missing', 'not argued', 'mentioned', 'argued']);
    assert.equal(new Set(all.map(topicIcon)).size, 4);
  });

  it('says in words what a state means that is not argued', () => {
    assert.match(
      topicWords(topics('missing?')[0]!, undefined),
      /^T0: not argued\nThis paper does not argue it, and does not have to\.$/m,
    );
    assert.match(
      topicWords(topics('mentioned?')[0]!, undefined),
      /mentioned, and does not have to be argued\.$/m,
    );
  });
});

describe('The facts for a passage', () => {
  it('are those on the topics that it speaks of, at any of its lines', () => {
    const [digital, reading] = topics('argued mentioned') as [ReportedTopic, ReportedTopic];
    const at = (line: number, endLine: number) => [{ line, endLine, state: 'argued' as const, reasons: [] }];
    const result = {
      ...coverage('', ''),
      areas: [{ ...digital, passages: at(5, 7) }],
      offers: [{ ...reading, passages: at(7, 9) }],
    };
    assert.deepEqual(
      [4, 5, 7, 9].map((line) => [...topicsAt(result, line)]),
      [[], ['T0'], ['T0', 'T1'], ['T1']],
    );
  });

  it('are first those on what it says the most of by itself', () => {
    const says = (state: 'mentioned' | 'argued', ...whys: Why[]) => [
      {
        line: 4,
        endLine: 4,
        state,
        reasons: whys.map((why) => ({ why, text: '', line: 4, column: 1, endLine: 4, endColumn: 1 })),
      },
    ];
    const [a, b, c] = topics('mentioned mentioned argued') as [ReportedTopic, ReportedTopic, ReportedTopic];
    const result: CoverageResult = {
      ...coverage('', ''),
      areas: [
        { ...a, passages: says('mentioned', 'context', 'context', 'cue') },
        { ...b, passages: says('mentioned', 'cue', 'cue') },
      ],
      offers: [{ ...c, passages: says('argued', 'cue') }],
    };
    assert.deepEqual([...topicsAt(result, 4)], ['T2', 'T1', 'T0']);
  });
});

describe('What a draft looks like', () => {
  it('is told with what it says itself, where that is not a kind', () => {
    const likely = { kind: 'press-release', called: 'a press release', reasons: ['Ends'] };
    assert.deepEqual(likelyWords(likely), {
      label: 'Looks like a press release',
      hint: 'This draft does not say what type of paper it is. It looks like a press release, because of “Ends”. Select to write that at its top.',
    });
    assert.match(
      likelyWords({ ...likely, said: 'newsletter' }).hint,
      /^“newsletter” is not a type of paper\. It looks/,
    );
    assert.deepEqual(likelyWords({ ...likely, said: 'pres-release', reasons: [] }), {
      label: '“pres-release” is no type of paper: press-release?',
      hint: '“pres-release” is not a type of paper. Did you mean “press-release”? Select to write that at its top.',
    });
  });
});

describe('A case in a paper that is mostly about something else', () => {
  const passage = {
    line: 1,
    endLine: 1,
    state: 'mentioned' as const,
    heldBackBy: 'paper' as const,
    reasons: [],
  };
  const topic = { ...topics('mentioned')[0]!, title: 'Digital inclusion', passages: [passage] };
  it('is told in the view as in the text, with what makes it count', () => {
    const words = passageWords(passage, topic);
    assert.match(words, /^Digital inclusion: argued here, and only mentioned by the paper\n/);
    assert.match(words, /choose the pin beside it in the Coverage view: then it counts\.$/);
  });
  it('is not called a topic for which no case is made', () => {
    assert.match(topicWords(topic, undefined), /A passage argues it\./);
    assert.doesNotMatch(topicWords(topic, undefined), /no case is made|have to be argued/);
  });
});

describe('What a passage says on a topic', () => {
  it('is told at its line with its state', () => {
    const row = (state: ReportedPassage['state'], words: string) => passageRow({ state }, words);
    assert.equal(row('argued', 'We have a job club.'), 'argued: We have a job club.');
    assert.equal(row('mentioned', 'We have a job club.'), 'mentioned: We have a job club.');
    assert.equal(row('mentioned', ''), 'mentioned');
  });

  const why = (text: string, why: Why) => ({ text, why, line: 1, column: 1, endLine: 1, endColumn: 2 });
  const said = (title: string, state: ReportedPassage['state'], ...reasons: ReportedReason[]) =>
    passageWords({ line: 1, endLine: 1, state, reasons }, { ...topics('argued')[0]!, title });

  it('is told with the words that led there and what each of them does, once each, in the order of an argument', () => {
    assert.equal(
      said(
        'Digital inclusion',
        'argued',
        why('found work', 'outcome'),
        why('older\npeople', 'beneficiary'),
        why('get online', 'cue'),
        why('older people', 'beneficiary'),
        why('the internet', 'cue'),
      ),
      [
        'Digital inclusion: argued, not evidenced yet',
        '• what it is about: “get online”, “the internet”',
        '• who benefits: “older people”',
        '• what changes for them: “found work”',
      ].join('\n'),
    );
  });

  it('has words for every kind of reason, none of them an id', () => {
    const ids: readonly Exclude<Why, 'figure' | 'quotation' | 'source'>[] = [
      'author',
      'cue',
      'beneficiary',
      'action',
      'outcome',
      'context',
    ];
    const text = said('T', 'mentioned', ...ids.map((id) => why('here', id)));
    assert.equal(text.split('\n').length, 1 + ids.length);
    for (const id of ids) assert.doesNotMatch(text, new RegExp(`• ${id}:`));
    assert.match(text, /declared by the author: advocacy-covers/);
  });

  it('is the plain title where there are no reasons', () => {
    assert.equal(
      said('![x](https://example.org/x.png)', 'mentioned'),
      '![x](https://example.org/x.png): only mentioned',
    );
  });
});
