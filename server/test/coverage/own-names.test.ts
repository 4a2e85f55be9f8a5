import assert from 'node:assert/strict';
import { builtInFramework, loadFramework } from '../../src/framework';
import { briefing, coverageOf, projectWith, stateOf } from './support';

describe('a service’s own names', () => {
  const text = briefing(
    'Top Time has welcomed 240 people this year. They tell us that they look forward to it all week, and most of them had nobody before.',
  );

  it('are about the topics that it gives them', () => {
    const taught = projectWith([{ phrase: 'Top Time', topics: ['isolation', 'health-wellbeing'] }]);
    const reasons = coverageOf(text, taught)
      .offers.find((o) => o.topic.id === 'health-wellbeing')!
      .passages.flatMap((p) => p.reasons.map((r) => r.text));
    assert.ok(reasons.includes('Top Time'), reasons.join());
    assert.equal(stateOf(coverageOf(text.replace('Top Time', 'Mellow Mondays')), 'reading'), 'missing');
    assert.notEqual(
      stateOf(
        coverageOf(
          text.replace('Top Time', 'Mellow Mondays'),
          projectWith([{ phrase: 'Mellow Mondays', topics: ['reading'] }]),
        ),
        'reading',
      ),
      'missing',
    );
  });

  it('and topics of its own framework are judged by their cues', () => {
    const { framework, problems } = loadFramework(
      'topics:\n  - { id: climate, title: Climate, cues: [carbon literacy, { phrase: COP, caseSensitive: true }] }\nignore: [carbon literacy committee]\n',
      'file:///f.yaml',
      builtInFramework,
    );
    assert.deepEqual(problems, []);
    const own = projectWith([], framework);
    const state = (body: string) => stateOf(coverageOf(briefing(body), own), 'climate');
    assert.equal(
      state(
        'Our libraries teach carbon literacy to families, and 300 people have learned to halve what they spend on heating.',
      ),
      'argued',
    );
    assert.equal(
      state(
        'The carbon literacy committee met in May and noted the report of the Director on the budget for the year.',
      ),
      'missing',
    );
    assert.equal(state('We also have a carbon literacy course and support for families.'), 'mentioned');
    assert.equal(state('We cop a lot of criticism for that.'), 'missing');
  });

  it('which takes a strong one in any inflection, and for which weak ones alone are nothing', () => {
    const { framework } = loadFramework(
      'topics:\n  - { id: thrift, title: Thrift, cues: [darning day, { phrase: mend, strength: weak }, { phrase: lend, strength: weak }] }\n',
      'file:///f.yaml',
      builtInFramework,
    );
    const state = (what: string) =>
      stateOf(
        coverageOf(
          briefing(
            `Our libraries help residents who ${what}, and 300 of them have learned to do it themselves.`,
          ),
          projectWith([], framework),
        ),
        'thrift',
      );
    assert.equal(state('come to our darning days'), 'argued');
    assert.equal(state('mended socks and lent needles'), 'missing');
  });
});
