import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { parseDraft } from '../../src/draft';
import { setUp } from '../../src/features/configuration/set-up';
import { builtInFramework } from '../../src/framework';
import { readConfiguration } from '../../src/project';
import { skeleton } from '../../src/skeleton';
import { ABOUT_KEYS, type About, withAbout } from '../../src/snippets/about';
import { localDate } from '../../src/text/dates';

const about: About = {
  organisation: 'Ashby Libraries',
  place: 'Ashby',
  nation: 'England',
  contact: 'Ann Moss, 01632 960123, ann@ashby.example',
  author: 'Ann Moss, Head of Libraries',
  address: 'Ashby Library, 3 Market Street,Ashby, LE65 1AA',
};
const draftOf = (kind: string) =>
  skeleton(builtInFramework.kind(kind)!, 'More hours', { about, today: '2026-11-29' });

describe('A new draft, where it is known who writes', () => {
  for (const { id, title } of builtInFramework.kinds)
    it(`of a ${title.toLowerCase()} has its front matter filled in, and asks for nothing of it`, () => {
      const text = draftOf(id);
      const { author, organisation, date } = parseDraft(text).frontMatter.data;
      assert.deepEqual([author, organisation, date], [about.author, about.organisation, '2026-11-29']);
      assert.doesNotMatch(
        text,
        /\[insert (?:place|library service|your|group or|telephone|name, telephone|role and organisation)\b/,
      );
    });

  it('has the place in its text, and leaves the organisation behind a source to be filled in', () => {
    const text = draftOf('briefing');
    assert.match(text, /\bin Ashby\b/i);
    assert.match(
      text,
      /^\[\^[^\]]+\]: \[insert organisation, title, date and web address of the source\]\.$/m,
    );
  });

  it('names the nation that national figures are of, and asks for it where none is kept', () => {
    assert.match(draftOf('briefing'), /^- Across England, \[insert national figure/m);
    const { nation: _, ...others } = about;
    const text = skeleton(builtInFramework.kind('briefing')!, 'More hours', { about: others });
    assert.match(text, /Across \[insert the country or region\],/);
  });

  it('says whom to ask, and signs a letter', () => {
    assert.match(draftOf('press-release'), /^Ann Moss, 01632 960123, ann@ashby\.example\.$/m);
    assert.match(
      draftOf('letter'),
      /^Yours sincerely\n\nAnn Moss\nHead of Libraries, Ashby Libraries\n01632 960123, ann@ashby\.example$/m,
    );
    assert.match(draftOf('letter'), /^Ashby Library\n3 Market Street\nAshby\nLE65 1AA\n\n/m);
  });

  it('has an address as lines, however these begin', () => {
    const lines = ['- Unit 5', '1. Quay Street', '+ Ashby', '> Weir', '==', '--', 'LE65 1AA'];
    const text = withAbout('[insert your address, each line on a line of its own]', {
      address: lines.join(' ,, '),
    });
    const { blocks } = parseDraft(`${text}\n`);
    assert.equal(blocks.length, 1);
    assert.deepEqual(textOf(blocks[0]!.block.node).split('\n'), lines);
  });

  it('takes the names as text, whatever their characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (place) => {
        const { blocks } = parseDraft(`In ${withAbout('[insert place]', { place })} people read.\n`);
        assert.equal(blocks.length, 1);
        assert.equal(textOf(blocks[0]!.block.node), `In ${place} people read.`);
      }),
    );
  });

  it('of nobody known has placeholders', () => {
    const text = skeleton(builtInFramework.kind('report')!, 'More hours');
    assert.match(text, /^author: "\[insert your name and role\]"$/m);
    assert.match(text, /^date: "\[insert date\]"$/m);
  });
});

describe('Setting up who writes', () => {
  const read = (text: string) => {
    const { configuration, problems } = readConfiguration(text, 'file:///a/.advocacy.json');
    assert.deepEqual(problems, []);
    return { ...configuration.about };
  };

  it('makes a configuration that explains itself where there is none', () => {
    const { text } = setUp({ about });
    assert.deepEqual(read(text), about);
    assert.match(text, /\/\/ Which Markdown files are drafts/);
    assert.deepEqual(read(setUp({ about: { place: 'Ashby' } }).text), { place: 'Ashby' });
    // What is empty tells nobody whether it matters; each line that is only an example counts once its // is gone.
    assert.doesNotMatch(text, /[[{]\s*(?:\/\/.*\s*)*[\]}],?$/m);
    const all = text.replace(/\/\/ (?="|\{)/g, '').replace(/(\})(\s*\/\/|\s*")/g, '$1,$2');
    assert.deepEqual(readConfiguration(all.replace(/,,/g, ','), 'file:///a/.advocacy.json').problems, []);
  });

  it('leaves the rest of a configuration as it is', () => {
    const before =
      '{\n  // Ours.\n  "rules": { "sentence-long": "off" },\n  "about": { "place": "Old", "author": "Ben" }\n}\n';
    const { text } = setUp({ text: before, about: { place: 'Ashby', organisation: 'Ashby Libraries' } });
    assert.deepEqual(read(text), { place: 'Ashby', organisation: 'Ashby Libraries' });
    assert.match(text, /\/\/ Ours\.\n {2}"rules": \{ "sentence-long": "off" \},/);
  });

  it('refuses a configuration with mistakes, and loses nothing of it', () => {
    assert.throws(() => setUp({ text: '{ "rules": ', about }), /\(\.advocacy\.json\) have mistakes/);
  });

  it('asks for what the configuration knows', () => {
    const { problems } = readConfiguration(
      '{ "about": { "placee": "Ashby", "contact": 3, "nation": "Kernow" } }',
      'file:///a',
    );
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        '“about.nation” must be one of “England”, “Scotland”, “Wales” and “Northern Ireland”.',
        '“about.contact” must be a text in quotation marks, such as "Ann Moss, 01632 960123, ann.moss@ashby.example".',
        'There is no setting “placee”. Did you mean “place”?',
      ],
    );
    assert.equal(ABOUT_KEYS.length, 6);
  });
});

it('The day is that of where the program runs', () => {
  assert.equal(localDate(new Date(2026, 0, 5, 23, 59)), '2026-01-05');
});
