import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { parseDraft, withChanges } from '../../src/draft';
import { builtInFramework } from '../../src/framework';
import { builtInProject } from '../../src/project';
import type { Project } from '../../src/project/types';
import { insertArgument } from '../../src/rules/lib/parts/placement';
import { skeleton } from '../../src/skeleton';
import { isSkeleton, isUntouched } from '../../src/skeleton/untouched';
import { plainText, snippets } from '../../src/snippets';

const ID = 'placeholder-unfilled';
const about = { organisation: 'Ashby Libraries', place: 'Ashby', contact: 'Ann Moss', author: 'Ann Moss' };
const known: Project = { ...builtInProject, configuration: { ...builtInProject.configuration, about } };

/** What stands above a hint: the rule, and the words that it marks. */
const told = (text: string, project = builtInProject): readonly string[] =>
  analyse(parseDraft(text), project)
    .findings.filter(({ severity }) => severity !== 'hint')
    .map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);

const PAPER = `---
kind: briefing
areas: [economic, education, isolation, digital, cultural]
---

# Keep Ashby library open

## The issue

Cabinet decides on 4 June whether Ashby library stays open on Saturdays, when most people who work can come.

## Key messages

- Saturday is the only day on which people who work can come to the library at all.

## What we ask

We ask Cabinet to keep the library open on Saturdays, for £12,400 a year, by 4 June.

## Contact

Ann Moss, Ashby Libraries, ann.moss@ashby.example
`;

/** The paper with the argument that “+” inserts. */
function withArgument(text: string, id: string): string {
  const draft = parseDraft(text);
  const changes = insertArgument(draft, builtInFramework.kind('briefing')!, builtInFramework.topic(id)!);
  return withChanges(text, changes);
}

describe('A new draft', () => {
  for (const kind of builtInFramework.kinds) {
    for (const [what, project, from] of [
      ['', builtInProject, {}],
      [', where it is known who writes', known, about],
    ] as const) {
      for (const [when, today] of [
        ['', {}],
        [' that says its day', { today: '2026-11-30' }],
      ] as const) {
        const text = skeleton(kind, 'Saturdays', { about: from, ...today });
        it(`of a ${kind.title.toLowerCase()}${when} has no finding but on what is to be filled in${what}`, () => {
          const { findings } = analyse(parseDraft(text), project);
          assert.ok(findings.length > 0);
          assert.deepEqual(
            findings.filter(({ rule }) => rule !== ID),
            [],
          );
        });

        it(`of a ${kind.title.toLowerCase()}${when} is known for one that nobody has written in${what}`, () => {
          assert.ok(isSkeleton(parseDraft(text), project));
          assert.ok(!isSkeleton(parseDraft(`${text}\nOne word.\n`), project));
          const begun = `${text.slice(0, text.lastIndexOf('[insert '))}Ann Moss.\n`;
          assert.ok(!isSkeleton(parseDraft(begun), project));
        });
      }
    }
  }
});

describe('What was inserted', () => {
  for (const { id, body } of snippets.filter((snippet) => snippet.id !== 'front-matter')) {
    it(`by the snippet ${id} is known for it, in all its blocks`, () => {
      const { blocks } = parseDraft(`# Ashby\n\n${plainText(body, ['digital', 'cultural'])}\n`);
      for (const { block } of blocks.slice(1)) assert.ok(isUntouched(block, builtInProject), block.text);
    });
  }
});

describe('A paragraph as it was inserted', () => {
  for (const { id, title } of builtInFramework.topics) {
    it(`on ${title} is one finding, whatever else is written`, () => {
      const before = told(PAPER);
      const after = told(withArgument(PAPER, id));
      const added = after.filter((one) => !before.includes(one));
      assert.equal(added.length, 1, added.join('\n'));
      assert.match(added[0]!, /^placeholder-unfilled: \[insert /);
      assert.ok(after.length <= before.length + 1);
    });
  }

  it('is one finding where the service has said for which place it writes', () => {
    const added = told(withArgument(PAPER, 'digital'), known).filter((one) => one.startsWith(ID));
    assert.equal(added.length, 1);
  });

  it('says how many there are, and what to do', () => {
    const draft = parseDraft(withArgument(PAPER, 'cultural'));
    const [first] = analyse(draft, builtInProject).findings.filter(({ rule }) => rule === ID);
    assert.match(
      first!.message,
      /and \d+ more in what was inserted here are still to be filled in\. Fill them in, or take it out\./,
    );
  });

  it('has a finding for each thing left, and for its source, once somebody has begun to fill it in', () => {
    const text = withArgument(PAPER, 'digital');
    const left = text.match(/\[insert [^\]]*\]/g)!.length;
    assert.ok(left > 5);
    const begun = text.replace(/\[insert [^\]]*\]/, 'Ashby');
    const found = told(begun).filter((one) => one.startsWith(ID));
    const inNote = begun.slice(begun.indexOf('\n[^')).match(/\[insert [^\]]*\]/g)!.length;
    // The note stands as it was inserted, and has one for itself.
    assert.equal(found.length, left - 1 - inNote + 1);
  });

  it('is judged like any other once it is filled in', () => {
    const text = withArgument(PAPER, 'health-wellbeing').replace(/\[insert [^\]]*\]/g, 'Ashby');
    assert.ok(!told(text).some((one) => one.startsWith(ID)));
    const claim = '\n\nReading ends loneliness for everybody.\n\n## What we ask';
    assert.ok(
      told(text.replace('\n\n## What we ask', claim)).some((one) => one.startsWith('claim-too-strong')),
    );
  });
});

describe('A new paper that is being filled in', () => {
  const kinds = builtInFramework.kinds.filter(({ id }) => id !== 'document');
  const value = (place: string): string =>
    /^\[insert number/.test(place) ? '1,200' : /^\[insert (?:percentage|figure)/.test(place) ? '30%' : place;
  const all = (text: string): readonly string[] =>
    analyse(parseDraft(text), builtInProject)
      .findings.filter(({ rule }) => rule !== ID && rule !== 'coverage-summary')
      .map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
  for (const kind of kinds)
    it(`is told of nothing but its places to fill in, hints included: ${kind.id}`, () => {
      const fresh = skeleton(kind, 'Longer hours for Ashby library');
      assert.deepEqual(all(fresh), []);
      for (const place of fresh.matchAll(/\[insert [^\]]*\]/g)) {
        const filled = `${fresh.slice(0, place.index)}${value(place[0])}${fresh.slice(place.index + place[0].length)}`;
        assert.deepEqual(all(filled), [], filled.slice(place.index - 60, place.index + 60));
      }
    });
});
