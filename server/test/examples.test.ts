import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../src/analysis';
import { cover } from '../src/coverage';
import { nodeFiles, toUri } from '../src/disk/node-files';
import { parseDraft } from '../src/draft';
import { isDraft } from '../src/project';
import { projectOf } from './project/memory';

const folder = resolve('examples');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

async function judged(name: string) {
  const uri = toUri(join(folder, name));
  const project = await projectOf(nodeFiles, uri, toUri(folder));
  const draft = parseDraft(read(name));
  return { draft, project, uri, ...analyse(draft, project) };
}

describe('The examples', () => {
  it('have a configuration without a mistake', async () => {
    const { project } = await judged('cabinet-report.md');
    assert.deepEqual(project.problems, []);
    assert.ok(project.configuration.drafts.length > 0);
    assert.ok(project.configuration.terms.length > 0);
  });

  for (const name of ['cabinet-report.md', 'press-release.md']) {
    it(`${name} is a finished draft without an error or a warning`, async () => {
      const { draft, project, uri, findings } = await judged(name);
      assert.ok(isDraft(draft, uri, project));
      const bad = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        bad.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }

  it('the cabinet report argues the areas and offers that it is held to with evidence', async () => {
    const { coverage } = await judged('cabinet-report.md');
    assert.equal(coverage.kind.id, 'report');
    const states = [...coverage.areas, ...coverage.offers]
      .filter(({ asked }) => asked)
      .map(({ topic, state }) => `${topic.id}: ${state}`);
    assert.equal(states.length, 9);
    assert.deepEqual(
      states.filter((state) => !state.endsWith(': evidenced')),
      [],
    );
  });

  it('the cabinet report has every part of a report, also those that are not required', async () => {
    const { draft, project } = await judged('cabinet-report.md');
    const headings = [...draft.text.matchAll(/^##+ (.*)$/gm)].map(([, text]) => text!.toLowerCase());
    const missing = project.framework
      .kind('report')!
      .parts.filter(
        ({ title, aliases }) => ![title, ...aliases].some((one) => headings.includes(one.toLowerCase())),
      );
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
  });

  it('the cabinet report sums up to what it says', () => {
    const text = read('cabinet-report.md');
    const quarters = [...text.matchAll(/([\d,]{6}) against ([\d,]{6})/g)].map(([, trial, before]) => [
      Number(trial!.replace(',', '')),
      Number(before!.replace(',', '')),
    ]);
    const sum = (index: number) => quarters.reduce((total, quarter) => total + quarter[index]!, 0);
    assert.deepEqual([quarters.length, sum(0), sum(1)], [4, 87_100, 71_400]);
    assert.equal(Math.round((sum(0) / sum(1) - 1) * 100), 22);
    assert.equal((61_000 / (sum(0) - sum(1))).toFixed(2), '3.89');
    assert.equal(112 + 34 + 18, 164);
    assert.equal(104 + 60, 164);
    for (const [part, whole, percentage] of [
      [118, 312, 38],
      [121, 186, 65],
      [74, 96, 77],
      [264, 410, 64],
    ] as const) {
      assert.equal(Math.round((part / whole) * 100), percentage);
      assert.match(text, new RegExp(`${part}\\D[^.]*\\(${percentage}%\\)`));
    }
  });

  it('the first draft shows most of what the rules find', async () => {
    const { draft, project, uri, findings } = await judged('briefings/ashcombe-road.md');
    assert.ok(isDraft(draft, uri, project));
    const found = new Set(findings.map(({ rule }) => rule));
    const expected =
      'area-missing area-mentioned area-unevidenced offer-missing name-changed figure-unsourced placeholder-unfilled title-missing heading-order alt-text-missing link-text-vague front-matter-invalid';
    assert.deepEqual(
      expected.split(' ').filter((rule) => !found.has(rule)),
      [],
    );
  });

  it('the README among them is no draft', async () => {
    const { draft, project, uri } = await judged('README.md');
    assert.ok(!isDraft(draft, uri, project));
  });

  it('name no file that is not there', () => {
    const drafts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    assert.ok(drafts.length >= 4);
    for (const name of drafts) {
      for (const [, path] of read(name).matchAll(/\]\((?!https?:|#)([^)]+)\)/g)) {
        assert.ok(readFileSync(join(folder, name, '..', path!)).length > 0, `${name}: ${path}`);
      }
    }
  });

  it('teach the engine what a local name stands for', async () => {
    const { project } = await judged('press-release.md');
    const draft = parseDraft('---\nkind: letter\n---\n\nThe Long Table is on Thursday.\n');
    const isolation = cover(draft, project).areas.find(({ topic }) => topic.id === 'isolation');
    assert.notEqual(isolation?.state, 'missing');
  });
});
