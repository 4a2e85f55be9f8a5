import assert from 'node:assert/strict';
import { verdictOn } from '../../src/cli/verdict';
import { builtInProject } from '../../src/project';
import { coverageSummary } from '../../src/rules/coverage-summary';

describe('the fixes that `check` asks for', () => {
  const text = `---
kind: briefing
---

# Ashby

Our digital champions help residents who have never used a computer to get online, and lend them a tablet with free data until they can manage by themselves.

TBC
`;
  const fixesOf = (titles: boolean): ReadonlyMap<string, boolean> => {
    const findings = verdictOn(text, builtInProject, 'a.md', { what: 'findings', kind: undefined, titles });
    assert(!('problem' in findings));
    return new Map(findings.map(({ rule, fixes }) => [rule, fixes !== undefined]));
  };

  it('are all, where their titles are printed', () => {
    assert.equal(fixesOf(true).get(coverageSummary.id), true);
  });
  it('are not those of the summary, where they are only counted', () => {
    assert.equal(fixesOf(false).get(coverageSummary.id), false);
    assert([...fixesOf(false).values()].includes(true));
  });
});
