import assert from 'node:assert/strict';
import type { Why } from '../../src/coverage/types';
import { type ExplainedTopic, inPlainWords } from '../../src/report/explanation';

const judged = (
  title: string,
  state: ExplainedTopic['state'],
  reasons: readonly (readonly [why: Why, text: string])[] = [],
  more: Partial<ExplainedTopic> = {},
): ExplainedTopic => ({
  title,
  state,
  reasons: reasons.map(([why, text]) => ({ why, text })),
  says: [],
  ...more,
});
/** Classes of the lexicon by what they do; a result is one by its name. */
const says = (...whys: string[]) =>
  whys.map((why) => (why === 'result' ? { name: why, why: 'context' } : { name: 'any', why }));

describe('A verdict in plain words', () => {
  it('says what is argued, by which words, and that proof is missing', () => {
    assert.equal(
      inPlainWords([
        judged('Digital inclusion', 'argued', [
          ['cue', 'internet at home'],
          ['cue', 'use the computers'],
          ['beneficiary', 'Residents'],
        ]),
      ]),
      'It makes a case on Digital inclusion (“internet at home”, “use the computers”). What is missing is proof: a figure with its source, or somebody’s own words.',
    );
  });

  it('says that a figure is there, and its source is not', () => {
    assert.match(
      inPlainWords([judged('Reading', 'argued', [['figure', '430']])]),
      /What is missing is the source of its figure “430”\.$/,
    );
  });

  it('says what is proved', () => {
    assert.equal(
      inPlainWords([judged('Reading', 'evidenced', [['cue', 'books']]), judged('Health', 'evidenced')]),
      'It makes a case on Reading (“books”) and Health, and proves it.',
    );
  });

  it('says of a mention what a case would need', () => {
    assert.equal(
      inPlainWords([judged('Economic recovery', 'mentioned', [['cue', 'small businesses']])]),
      'It only mentions Economic recovery (“small businesses”): no words were found in it for who benefits, what is done for them or what changes for them.',
    );
    assert.equal(
      inPlainWords([
        judged('A', 'mentioned', [['cue', 'a']], { says: says('beneficiary', 'action') }),
        judged('B', 'mentioned', [['cue', 'b']], { says: says('beneficiary', 'action') }),
      ]),
      'It only mentions A (“a”) and B (“b”): no words were found in it for what changes for them.',
    );
  });

  it('says of a mention with all parts that its words are about something else, and which', () => {
    assert.equal(
      inPlainWords([
        judged('Health', 'mentioned', [['cue', 'care for']], {
          says: says('beneficiary', 'action', 'outcome'),
          model: {
            byWord: [
              { word: 'job', adds: -0.65 },
              { word: 'help', adds: 0.2 },
              { word: 'the', adds: -0.2 },
              { word: 'business', adds: -0.49 },
            ],
          },
        }),
      ]),
      'It only mentions Health (“care for”): taken together, its words are about something else (“job”, “business”).',
    );
  });

  it('says of a mention of a topic of its own, which has all parts of a case, that they are too little', () => {
    const terms = [
      { signal: 'money', adds: -0.6, words: ['saved'] },
      { signal: 'start', adds: -0.9, words: [] },
      { signal: 'people', adds: 0.5, words: ['residents'] },
      { signal: 'cuts', adds: -0.4, words: ['repair', 'saved'] },
    ];
    const of = (cues: ExplainedTopic['cues']) =>
      inPlainWords([
        judged('Net zero', 'mentioned', [], { says: says('beneficiary', 'action', 'result'), cues: cues! }),
        judged('Reading', 'argued'),
      ]);
    assert.match(
      of({ lacksActor: false, makingCase: { terms } }),
      /Net zero: what it says of people and of what changes is too little for a case, and words such as “saved”, “repair” count against one\.$/,
    );
    assert.match(of({ lacksActor: false, makingCase: { terms: [] } }), /is too little for a case\.$/);
    assert.match(of({ lacksActor: true, makingCase: { terms } }), /: no library, .* no “we” is in it\.$/);
  });

  it('says of a mention that it is still to be filled in', () => {
    assert.match(
      inPlainWords([judged('Reading', 'mentioned', [], { heldBackBy: 'placeholders' })]),
      /Reading: something in it is still to be filled in\.$/,
    );
  });

  it('says of a word beside a case on something else that the case is not about it', () => {
    assert.match(
      inPlainWords([
        judged('Jobs', 'argued', [['cue', 'job club']]),
        judged('Health', 'mentioned', [['cue', 'care for']]),
      ]),
      /It only mentions Health \(“care for”\): what it says of people and of what changes is about the rest\.$/,
    );
  });

  it('takes the words that weigh most where no phrase tells', () => {
    assert.match(
      inPlainWords([
        judged('Reading', 'argued', [], {
          model: {
            byWord: [
              { word: 'the', adds: 0.9 },
              { word: 'novels', adds: 0.8 },
              { word: 'shut', adds: -0.7 },
              { word: 'authors', adds: 0.5 },
            ],
          },
        }),
      ]),
      /^It makes a case on Reading \(“novels”, “authors”\)\./,
    );
  });

  it('says that the author decided', () => {
    assert.equal(
      inPlainWords([judged('Reading', 'argued', [['author', 'advocacy-covers']])]),
      'It makes a case on Reading, as its author says in a comment. What is missing is proof: a figure with its source, or somebody’s own words.',
    );
  });

  it('tells all of it in the order of what is strongest', () => {
    const text = inPlainWords([
      judged('A', 'mentioned'),
      judged('B', 'argued'),
      judged('C', 'evidenced'),
      judged('D', 'evidenced'),
    ]);
    assert.match(
      text,
      /^It makes a case on C and D, and proves it\. It makes a case on B\. .* It only mentions A/,
    );
  });
});
