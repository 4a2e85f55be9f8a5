import assert from 'node:assert/strict';
import { parseDraft, withChanges } from '../../src/draft';
import { builtInFramework } from '../../src/framework';
import { builtInProject } from '../../src/project';
import { insertPart } from '../../src/rules/lib/parts/placement';
import { skeleton } from '../../src/skeleton';
import { isSkeleton } from '../../src/skeleton/untouched';
import type { About } from '../../src/snippets/about';

const report = builtInFramework.kind('report')!;
const ENGLAND =
  /efficient library service under the Public Libraries and Museums Act 1964 \(England and Wales\)\./;
const SCOTLAND = /adequate library facilities .* Local Government \(Scotland\) Act 1973/;
const NORTHERN_IRELAND = /Libraries NI must provide .* Libraries Act \(Northern Ireland\) 2008/;
const CHOICE =
  /must provide public libraries under \[insert the Act that holds here: [^\]]*1964[^\]]*1973[^\]]*2008\]\./;

describe('The law that a new report names', () => {
  for (const [about, law] of [
    [{ organisation: 'Fife Council' }, SCOTLAND],
    [{ place: 'Dundee' }, SCOTLAND],
    [{ organisation: 'Libraries NI' }, NORTHERN_IRELAND],
    [{ organisation: 'Suffolk Libraries' }, ENGLAND],
    [{ organisation: 'Cardiff Council' }, ENGLAND],
    // As many towns have a London Road.
    [{ organisation: 'London Road Library, Glasgow' }, SCOTLAND],
    [{ organisation: 'Ashby Libraries' }, CHOICE],
    // What is set counts, whatever the names sound like.
    [{ organisation: 'Ashby Libraries', nation: 'Scotland' }, SCOTLAND],
    [{ organisation: 'Glasgow Road Library', nation: 'England' }, ENGLAND],
    [{}, CHOICE],
  ] as const)
    it(`is that of the nation of ${JSON.stringify(about)}`, () => {
      const text = skeleton(report, 'Our libraries', { about });
      const laws = [ENGLAND, SCOTLAND, NORTHERN_IRELAND, CHOICE].filter((one) => one.test(text));
      assert.deepEqual(laws, [law]);
      const { configuration } = builtInProject;
      const project = { ...builtInProject, configuration: { ...configuration, about } };
      assert.ok(isSkeleton(parseDraft(text), project), 'It is as it was inserted.');
    });

  it('has the duty on equality that holds in Northern Ireland, too', () => {
    const text = skeleton(report, 'Our libraries', { about: { organisation: 'Libraries NI' } });
    assert.match(text, /equality of opportunity under the Northern Ireland Act 1998, section 75/);
    assert.doesNotMatch(text, /Equality Act 2010/);
  });
});

describe('Those who decide, in a new paper', () => {
  const asked = (about: About): readonly string[] => {
    const text = skeleton(report, 'Our libraries', { about });
    const { configuration } = builtInProject;
    const project = { ...builtInProject, configuration: { ...configuration, about } };
    assert.ok(isSkeleton(parseDraft(text), project), 'It is as it was inserted.');
    return [...new Set([...text.matchAll(/whom this is for, such as ([^\]]+)\]/g)].map(([, who]) => who!))];
  };
  for (const [about, who] of [
    [{ organisation: 'Ashby Libraries' }, 'the Cabinet'],
    [{ organisation: 'Cardiff Council' }, 'the Cabinet'],
    [{ organisation: 'Fife Council' }, 'the Council or a committee'],
    [{ organisation: 'Libraries NI' }, 'the Board of Libraries NI'],
    [{ organisation: 'Ashby Libraries Trust' }, 'the Board'],
    [{ organisation: 'Glenarra Culture Trust', nation: 'Scotland' }, 'the Board'],
  ] as const)
    it(`are ${who} for ${JSON.stringify(about)}`, () => assert.deepEqual(asked(about), [who]));

  it('are those of the draft that a section is inserted into', () => {
    const ask = report.parts.find(({ snippet }) => snippet === 'recommendation' || snippet === 'ask')!;
    const text =
      '---\nkind: report\norganisation: Ashby Libraries Trust\n---\n\n# Our libraries\n\nWe lend books.\n';
    const now = withChanges(text, insertPart(parseDraft(text), report, ask));
    assert.match(now, /such as the Board\]/);
    assert.doesNotMatch(now, /Cabinet\]/);
  });
});

describe('The section “Legal implications” that is inserted', () => {
  const inserted = (text: string, about: About = {}): string => {
    const draft = parseDraft(text);
    const part = report.parts.find(({ snippet }) => snippet === 'legal')!;
    return withChanges(text, insertPart(draft, report, part, about));
  };

  it('names the Act of the nation that the details say, or the text plainly is of', () => {
    const body = '# Our libraries\n\n## Summary\n\nWe lend books.\n';
    assert.match(inserted(`---\nkind: report\norganisation: Fife Council\n---\n\n${body}`), SCOTLAND);
    assert.match(inserted(`---\nkind: report\norganisation: Libraries NI\n---\n\n${body}`), NORTHERN_IRELAND);
    const trust = '---\nkind: report\norganisation: Glenarra Trust\n---\n\n';
    assert.match(inserted(trust + body), CHOICE);
    const said = 'The Scottish Government asks for it.\n\nVisits to libraries in Scotland rose.\n';
    assert.match(inserted(`${trust}${body}\n${said}`), SCOTLAND);
    const act = 'The council acts under the Local Government (Scotland) Act 1973, section 163.\n';
    assert.match(inserted(`${trust}${body}\n${act}`), SCOTLAND);
    assert.match(inserted(`${trust}${body}\n${act}\nIn England another Act holds.\n`), CHOICE);
    assert.match(inserted(trust + body, { nation: 'Northern Ireland' }), NORTHERN_IRELAND);
    assert.match(inserted(`${trust}${body}\n${said}`, { nation: 'Wales' }), ENGLAND);
    const several = '---\nkind: report\norganisation: Libraries of England and Scotland\n---\n\n';
    assert.match(inserted(`${several}${body}\n${said}`), CHOICE);
  });
});
