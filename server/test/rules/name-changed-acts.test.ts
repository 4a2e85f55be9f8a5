import assert from 'node:assert/strict';
import { builtInProject } from '../../src/project';
import { findings } from './helpers';

const RULE = 'name-changed';

describe('An Act of another country', () => {
  const ACT = 'The council has a duty under the Public Libraries and Museums Act 1964.\n';
  const said = (text: string) => findings(RULE, text).map(({ message }) => message);

  for (const top of [
    '---\norganisation: Fife Council\n---\n\n# Our libraries\n\n',
    '---\norganisation: Libraries Scotland\naudience: Scottish Government\n---\n\n# Our libraries\n\n',
  ])
    it(`is told in a paper that is plainly of Scotland: ${top.replace(/\s+/g, ' ')}`, () => {
      const [message, ...more] = said(top + ACT);
      assert.match(
        message!,
        /^“Public Libraries and Museums Act 1964” is a law of England and Wales[.] In Scotland, the Local Government \(Scotland\) Act 1973, section 163, .*adequate/,
      );
      assert.deepEqual(more, []);
    });

  it('is told where it was inserted, with the countries where it holds', () => {
    const inserted = ACT.replace('1964', '1964 (England and Wales)');
    assert.equal(said(`---\nauthor: Ann Orr, Fife Council\n---\n\n# Our libraries\n\n${inserted}`).length, 1);
    assert.equal(said(`# Our libraries\n\n${inserted}`).length, 0);
  });

  it('is told in one of Northern Ireland, with the Act that holds there', () =>
    assert.match(
      said(`---\norganisation: Libraries NI\n---\n\n# Our libraries\n\n${ACT}`)[0]!,
      /In Northern Ireland, the Libraries Act \(Northern Ireland\) 2008/,
    ));

  it('is told where the service says once for all drafts where it is', () => {
    const { configuration } = builtInProject;
    for (const [about, count] of [
      [{ place: 'Dundee' }, 1],
      [{ place: 'Ashby', nation: 'Scotland' }, 1],
      // What it has set counts, whatever its place sounds like.
      [{ place: 'Dundee Road', nation: 'England' }, 0],
    ] as const) {
      const project = { ...builtInProject, configuration: { ...configuration, about } };
      assert.equal(findings(RULE, `# Our libraries\n\n${ACT}`, project).length, count);
    }
  });

  it('is told in the paper of a trust whose text is plainly on Scotland', () => {
    const trust = '---\norganisation: Glenarra Leisure and Culture Trust\n---\n\n# Our libraries\n\n';
    const text = `${trust}${ACT}\nThe Scottish Government asks for it.\n\nIn 2023/24, visits to libraries in Scotland rose.\n`;
    assert.match(said(text)[0]!, /In Scotland, the Local Government \(Scotland\) Act 1973/);
    // One word on Scotland may stand in any paper, and a paper on two nations is of neither.
    assert.deepEqual(said(text.replace(/\nThe Scottish Government.*\n/, '')), []);
    assert.deepEqual(said(`${text}\nIn Wales it is otherwise.\n`), []);
    assert.deepEqual(said(text.replace('Glenarra Leisure', 'Kent Leisure')), []);
  });

  for (const text of [
    `# Our libraries\n\n${ACT}`,
    `# Libraries in Wales\n\n${ACT}`,
    `# Our libraries\n\nScottish Ballet came in May.\n\n${ACT}`,
    `---\naudience: Duke of Edinburgh’s Award\n---\n\n# What we can learn from Scottish libraries\n\n${ACT}`,
    `SLIC gave advice.\n\nThe branch on Edinburgh Road is open.\n\nGlasgow does it otherwise.\n\n${ACT}`,
    `---\norganisation: Fife Council\n---\n\n# Our libraries\n\nIn England it is otherwise. ${ACT}`,
    '---\norganisation: Fife Council\n---\n\nThe Public Libraries and Museums Act 1964 holds in England and Wales.\n',
  ])
    it(`is left alone where it may hold, or the author knows: ${text.replace(/\s+/g, ' ')}`, () =>
      assert.deepEqual(said(text), []));
});
