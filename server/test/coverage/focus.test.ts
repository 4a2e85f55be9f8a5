import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { classifierOf } from '../../src/coverage/classifier';
import { CONTEXT_SIGNALS } from '../../src/coverage/context-signals';
import {
  asDraft,
  FOCUS_SIGNALS,
  focusOn,
  focusSignals,
  subjectWords,
  wordSignal,
} from '../../src/coverage/focus';
import { OWN_SIGNALS } from '../../src/coverage/signals';
import { parseDraft } from '../../src/draft';
import { fitted } from '../../src/models/weights';
import { hashOf, positionOf } from '../../src/models/weights/hashes';
import { builtInProject } from '../../src/project';
import { coverageOf, LEASE, stateOf } from './support';

const DIGITAL =
  'Our digital champions help residents who have never used a computer to get online, and lend them a tablet with free data until they can manage by themselves.';
const LONELY = 'The coffee morning on Wednesdays is for people who live alone and want company.';

/** A paper on the building, with a passage in the middle of it. */
const paper = (passage: string, frontMatter = 'kind: report\n') =>
  `---\n${frontMatter}---\n\n# The lease of Ashby library\n\n${[...LEASE.slice(0, 7), passage, ...LEASE.slice(7)].join('\n\n')}\n`;

describe('What a draft as a whole is about', () => {
  it('is not what one passage of many says', () => {
    const coverage = coverageOf(paper('The library is a place where people can use a computer.'));
    assert.notEqual(stateOf(coverage, 'digital'), 'argued');
  });
  it('is what its title says and its passages argue', () => {
    const about = `---\nkind: report\n---\n\n# Getting residents online\n\n${[DIGITAL, ...LEASE.slice(0, 6), DIGITAL, DIGITAL, ...LEASE].join('\n\n')}\n`;
    assert.equal(stateOf(coverageOf(about), 'digital'), 'argued');
  });
  it('is not what one good passage argues, in a paper about something else', () => {
    assert.equal(stateOf(coverageOf(paper(LONELY)), 'isolation'), 'mentioned');
  });
  it('is said of no topic that the draft is to argue: there each passage counts', () => {
    const promised = paper(LONELY, 'kind: report\nareas: [isolation]\n');
    assert.equal(stateOf(coverageOf(promised), 'isolation'), 'argued');
  });
  it('is said of no topic that its service holds such papers to', () => {
    const asks = { report: ['isolation'] };
    const project = { ...builtInProject, configuration: { ...builtInProject.configuration, asks } };
    const coverage = cover(parseDraft(paper(LONELY)), project);
    assert.equal(stateOf(coverage, 'isolation'), 'argued');
  });
  it('is said of a paper whose type is known from outside', () => {
    const draft = parseDraft(paper(LONELY, 'date: 2025-06-02\n'));
    assert.equal(stateOf(cover(draft, builtInProject), 'isolation'), 'argued');
    assert.equal(stateOf(cover(draft, builtInProject, { kind: 'report' }), 'isolation'), 'mentioned');
  });
  describe('of a promise', () => {
    const CHILDREN =
      'School holidays bring families to our library: children join the Summer Reading Challenge, and our staff help each of them to choose books.';
    const on = (text: string) => stateOf(coverageOf(text), 'childrens-promise');
    it('is not what one passage says by the way', () => assert.equal(on(paper(CHILDREN)), 'mentioned'));
    it('is what a heading above it is about', () =>
      assert.equal(on(paper(`## The Summer Reading Challenge\n\n${CHILDREN}`)), 'argued'));
    it('is what a fifth of its passages speak of', () =>
      assert.equal(on(paper([CHILDREN, CHILDREN, CHILDREN, CHILDREN, CHILDREN].join('\n\n'))), 'argued'));
    it('is what the draft is to argue', () =>
      assert.equal(on(paper(CHILDREN, 'kind: report\noffers: [childrens-promise]\n')), 'argued'));
  });
  it('is not told by passages that the author declares to be on something else', () => {
    const about = (directive: string) =>
      `---\nkind: report\n---\n\n# Ashby library\n\n${[LONELY, ...LEASE, ...LEASE, DIGITAL, DIGITAL, DIGITAL].join(`\n\n${directive}`)}\n`;
    const said = (directive: string) => {
      const draft = parseDraft(about(directive));
      const project = builtInProject;
      const topic = project.framework.topic('digital')!;
      return classifierOf(project)
        .read(draft, () => 'paper')
        .supportOf(topic);
    };
    assert.ok(said('').strong > 0);
    assert.equal(said('<!-- advocacy-covers none -->\n\n').strong, 0);
  });
  for (const line of ['author: Ruth Ademola', 'audience: councillors', 'organisation: Ashby Libraries'])
    it(`is said of a draft without a kind that says “${line}”`, () => {
      assert.equal(stateOf(coverageOf(paper(LONELY, `${line}\n`)), 'isolation'), 'mentioned');
    });
  it('is said of a draft without a kind that clearly is a letter', () => {
    const letter = [
      'Dear Councillor Hale,',
      ...LEASE.slice(0, 7),
      LONELY,
      ...LEASE.slice(7),
      'Yours sincerely,',
    ];
    assert.equal(stateOf(coverageOf(`${letter.join('\n\n')}\n`), 'isolation'), 'mentioned');
  });
  it('is said of no page that is no paper: there each passage counts', () => {
    const page = `# Ashby library\n\n${[...LEASE.slice(0, 7), LONELY, ...LEASE.slice(7)].join('\n\n')}\n`;
    assert.equal(stateOf(coverageOf(page), 'isolation'), 'argued');
  });
  it('is not, on a page, what a passage says by the way', () => {
    const page = `# The lease of Ashby library\n\n${[...LEASE, LONELY, ...LEASE, ...LEASE, ...LEASE, ...LEASE].join('\n\n')}\n`;
    assert.notEqual(stateOf(coverageOf(page), 'isolation'), 'argued');
  });
  it('is not yet known of a draft that is being begun', () => {
    const begun = `---\nkind: report\n---\n\n# Ashby library\n\n${LONELY}\n`;
    assert.equal(stateOf(coverageOf(begun), 'isolation'), 'argued');
  });
});

describe('What a passage comes to in a draft', () => {
  it('has a weight for each signal of the second step, and is told by other passages as well', () => {
    assert.equal(asDraft.own.length, OWN_SIGNALS.length);
    assert.equal(asDraft.context.length, CONTEXT_SIGNALS.length);
    const bestOf = (rest: readonly string[]) => {
      const draft = parseDraft(
        `---\nkind: report\n---\n\n# Ashby library\n\n${[LONELY, ...rest].join('\n\n')}\n`,
      );
      return classifierOf(builtInProject)
        .read(draft, () => 'paper')
        .supportOf(builtInProject.framework.topic('isolation')!).best[0]!;
    };
    assert.ok(bestOf([...LEASE.slice(0, 4), LONELY, LONELY]) > bestOf(LEASE.slice(0, 6)));
  });
});

describe('The support for a topic', () => {
  const none = new Uint32Array(subjectWords());
  const support = { best: [3, 2, 1], strong: 4, title: 1, lead: 0.5, units: 20, words: none };
  const speaking = (stem: string, units: number) => {
    const position = positionOf(fitted().subjects.words, hashOf(stem));
    assert.ok(position >= 0);
    return Float64Array.from(none, (_, word) => (word === position ? wordSignal(units, support.units) : 0));
  };
  it('comes to a number for each signal, and none beyond its bounds', () => {
    assert.equal(focusSignals(support).length, FOCUS_SIGNALS.length);
    assert.deepEqual(
      focusSignals({ ...support, best: [99, Number.NEGATIVE_INFINITY] }).slice(0, 3),
      [5, -5, -5],
    );
  });
  it('has of each word the root of the share of units that have it, as of twelve where they are fewer', () => {
    assert.equal(wordSignal(5, 20), 0.5);
    assert.equal(wordSignal(3, 4), 0.5);
  });
  it('is enough where passages, cues and title agree, and not where nothing does', () => {
    assert.equal(focusOn('digital', 'areas', support, 'paper'), 'argues surely');
    const nothing = { ...support, best: [-4, -5, -5], strong: 0, title: 0, lead: 0 };
    assert.equal(focusOn('digital', 'areas', nothing, 'paper'), undefined);
  });
  it('need not be as much on a page, which no passage makes argue by what it says with others', () => {
    const some = { ...support, best: [1, -2, -4], strong: 2, title: 0, lead: 0 };
    assert.equal(focusOn('digital', 'areas', some, 'paper'), 'names');
    assert.equal(focusOn('digital', 'areas', some, 'page'), 'argues');
    assert.equal(focusOn('digital', 'areas', support, 'page'), 'argues');
  });
  it('weighs what else the draft is about', () => {
    const some = { ...support, best: [0, -1, -2], strong: 2, title: 0 };
    const says = ['pension', 'festival'].map((stem) =>
      focusOn('isolation', 'areas', { ...some, words: speaking(stem, 20) }, 'paper'),
    );
    assert.deepEqual(
      says.map((one) => one === 'argues surely'),
      [true, false],
    );
  });
});
