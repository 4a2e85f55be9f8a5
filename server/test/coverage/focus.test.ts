import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { classifierOf } from '../../src/coverage/classifier';
import { FOCUS_SIGNALS, focusOn, focusSignals } from '../../src/coverage/focus';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { coverageOf, stateOf } from './support';

const DIGITAL =
  'Our digital champions help residents who have never used a computer to get online, and lend them a tablet with free data until they can manage by themselves.';
const LONELY =
  'People who live alone come to our coffee mornings to make friends, and tell us that they feel less lonely.';
const PLAIN = [
  'The lease of the hall ends in March and the landlord has offered five more years.',
  'The roof was mended in 2019 and has a guarantee of twenty years.',
  'Heating costs rose when the contract ended, and a new one is being sought.',
  'The car park is shared with the surgery under an agreement of 1998.',
  'A survey of the building is with the property team.',
  'Insurance is arranged by the council.',
  'The alarm was replaced last year.',
  'The sign at the door is to be cleaned.',
];

/** A report on the building, with a passage in the middle of it. */
const paper = (passage: string, frontMatter = 'kind: report\n') =>
  `---\n${frontMatter}---\n\n# The lease of Ashby library\n\n${[...PLAIN, passage, ...PLAIN].join('\n\n')}\n`;

describe('What a draft as a whole is about', () => {
  it('is not what one passage of many says', () => {
    const coverage = coverageOf(paper('The library is a place where people can use a computer.'));
    assert.notEqual(stateOf(coverage, 'digital'), 'argued');
  });
  it('is what its title says and its passages argue', () => {
    const about = `---\nkind: report\n---\n\n# Getting residents online\n\n${[DIGITAL, ...PLAIN.slice(0, 6), DIGITAL, DIGITAL, ...PLAIN].join('\n\n')}\n`;
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
    const draft = parseDraft(paper(LONELY, 'audience: councillors\n'));
    assert.equal(stateOf(cover(draft, builtInProject), 'isolation'), 'argued');
    assert.equal(stateOf(cover(draft, builtInProject, { kind: 'report' }), 'isolation'), 'mentioned');
  });
  it('is not told by passages that the author declares to be on something else', () => {
    const about = (directive: string) =>
      `---\nkind: report\n---\n\n# Ashby library\n\n${[LONELY, ...PLAIN, ...PLAIN, DIGITAL, DIGITAL, DIGITAL].join(`\n\n${directive}`)}\n`;
    const said = (directive: string) => {
      const draft = parseDraft(about(directive));
      const project = builtInProject;
      const topic = project.framework.topic('digital')!;
      return classifierOf(project)
        .read(draft, () => true)
        .supportOf(topic);
    };
    assert.ok(said('').strong > 0);
    assert.equal(said('<!-- advocacy-covers none -->\n\n').strong, 0);
  });
  it('is said of no page that is no paper: there each passage counts', () => {
    const page = `# Ashby library\n\n${[...PLAIN, LONELY, ...PLAIN].join('\n\n')}\n`;
    assert.equal(stateOf(coverageOf(page), 'isolation'), 'argued');
  });
  it('is not yet known of a draft that is being begun', () => {
    const begun = `---\nkind: report\n---\n\n# Ashby library\n\n${LONELY}\n`;
    assert.equal(stateOf(coverageOf(begun), 'isolation'), 'argued');
  });
});

describe('The support for a topic', () => {
  const support = { best: [3, 2, 1], strong: 4, title: 1, lead: 0.5, units: 20 };
  it('comes to a number for each signal, and none beyond its bounds', () => {
    assert.equal(focusSignals(support).length, FOCUS_SIGNALS.length);
    assert.deepEqual(
      focusSignals({ ...support, best: [99, Number.NEGATIVE_INFINITY] }).slice(0, 3),
      [5, -5, -5],
    );
  });
  it('is enough where passages, cues and title agree, and not where nothing does', () => {
    assert.equal(focusOn('digital', 'areas', support), 'argues surely');
    const nothing = { best: [-4, -5, -5], strong: 0, title: 0, lead: 0, units: 20 };
    assert.equal(focusOn('digital', 'areas', nothing), undefined);
  });
});
