import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { cover } from '../../src/coverage';
import { parseDraft } from '../../src/draft';
import { builtInFramework } from '../../src/framework';
import { builtInProject } from '../../src/project';
import { presentParts } from '../../src/rules/lib/parts/present';
import { placesToFill } from '../../src/rules/placeholder-unfilled';
import { skeleton } from '../../src/skeleton';
import { distinct, isAlike } from '../../src/skeleton/shared-placeholders';
import { firstHeading } from '../../src/word/properties';

const kind = (id: string) => builtInFramework.kind(id)!;
const headings = (text: string) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
const frontMatter = (text: string) => parse(/^---\n([\s\S]*?)\n---\n/.exec(text)![1]!);

describe('the skeleton of a new draft', () => {
  for (const { id, title, parts } of builtInFramework.kinds) {
    it(`of a ${title.toLowerCase()} has every part that its readers look for`, () => {
      const text = skeleton(kind(id), 'More hours');
      assert.equal(frontMatter(text).kind, id);
      assert.match(text, /^# More hours$/m);
      for (const part of parts.filter((part) => part.required)) {
        if (part.sign === 'line') continue;
        const names = [part.title, ...part.aliases];
        assert.equal(headings(text).filter((heading) => names.includes(heading!)).length, 1, part.title);
      }
      assert.match(text, /\[insert /);
      assert.doesNotMatch(text, /\$\{?\d|\$CURRENT/);
      assert.doesNotMatch(text, /\n\n\n/);
    });

    it(`of a ${title.toLowerCase()} has notes for its footnotes, each once`, () => {
      const text = skeleton(kind(id), 'More hours');
      const notes = [...text.matchAll(/^\[\^(.*?)\]:/gm)].map(([, label]) => label);
      const references = [...text.matchAll(/\[\^([^\]]*)\](?!:)/g)].map(([, label]) => label);
      // A source may serve two figures.
      assert.deepEqual([...notes].sort(), [...new Set(references)].sort());
      assert.equal(new Set(notes).size, notes.length);
    });
  }

  for (const [id, most] of [
    ['briefing', 25],
    ['press-release', 20],
    ['letter', 22],
    ['report', 39],
    ['pitch', 35],
    ['case-study', 30],
    ['strategy', 55],
  ] as const) {
    it(`of a ${kind(id).title.toLowerCase()} has at most ${most} things to fill in: what is the same is filled in once`, () => {
      const text = skeleton(kind(id), 'More hours', { today: '2026-11-29' });
      const places = placesToFill(parseDraft(text));
      const toFill = distinct(places).map(({ words }) => words);
      assert.ok(toFill.length <= most, `${toFill.length}:\n${toFill.join('\n')}`);
    });

    it(`of a ${kind(id).title.toLowerCase()} has all its parts`, () => {
      const draft = parseDraft(skeleton(kind(id), 'More hours', { today: '2026-11-29' }));
      const there = presentParts(draft, kind(id)).map(({ part }) => part.id);
      const signs = new Set(kind(id).parts.filter(({ sign }) => sign === undefined && id !== 'letter'));
      assert.deepEqual(
        [...signs].map((part) => part.id).filter((part) => !there.includes(part)),
        [],
      );
    });
  }

  it('has what is filled in once in words that fit wherever they stand: none begins a sentence but names', () => {
    for (const { id } of builtInFramework.kinds) {
      const text = skeleton(kind(id), 'More hours').replace(/^---[\s\S]*?\n---/, '');
      const repeated =
        /(?:^|[.!?] |^\d\. )\[insert (?:who|what|cost|the cost|local figure|budget|date of|start date|end date)[^\]]*\]/gm;
      for (const [words] of text.matchAll(repeated)) {
        const place = /\[.*\]/.exec(words)![0];
        assert.ok(!isAlike(place) || text.split(place).length === 2, `${id}: ${place}`);
      }
    }
  });

  it('says what its author tells of the proposal, its cost and who gains at most three times, and “the proposal” between', () => {
    for (const { id } of builtInFramework.kinds) {
      const text = skeleton(kind(id), 'More hours');
      const told = [...text.matchAll(/\[insert (?:who|what|cost|the cost|budget|officer)[^\]]*\]/g)].map(
        ([words]) => words,
      );
      for (const words of new Set(told))
        assert.ok(!isAlike(words) || told.filter((one) => one === words).length <= 3, `${id}: ${words}`);
    }
  });

  it('shows in which form its repeated words are meant: “such as open on Sundays”', () => {
    for (const { id } of builtInFramework.kinds)
      for (const [words] of skeleton(kind(id), 'More hours').matchAll(/\[insert (?:who|what) [^\]]*\]/g))
        assert.ok(
          !isAlike(words) ||
            words === '[insert whom this is for, such as the Cabinet]' ||
            /, such as /.test(words),
          words,
        );
  });

  it('of a page says nothing twice of what residents gain and lose: filled in once, the same sentence stood there twice', () => {
    for (const id of ['briefing', 'letter']) {
      const text = skeleton(kind(id), 'More hours');
      for (const said of [
        /affected[^\]]*\] \[insert what changes for them/g,
        /\[insert what happens then/g,
        /\[insert local figure/g,
      ])
        assert.ok([...text.matchAll(said)].length <= 1, `${id}: ${said}`);
    }
  });

  it('fits a proposal that closes or cuts something as well as one that adds to it', () => {
    for (const id of ['report', 'briefing', 'press-release', 'letter']) {
      const text = skeleton(kind(id), 'More hours');
      assert.doesNotMatch(
        text,
        /benefits|cannot \[|can \[|lets them|good value|residents lose|money comes/i,
        id,
      );
      assert.doesNotMatch(text, /(?:costs?|approves) \[insert cost/, id);
    }
    assert.match(
      skeleton(kind('report'), 'Fewer hours'),
      /approves \[insert the cost or the saving, such as/,
    );
  });

  it('of a pitch claims of its service nothing that no other may have', () => {
    assert.doesNotMatch(skeleton(kind('pitch'), 'More hours'), /no one else|nobody else|only one|unique/i);
  });

  it('of a letter has reasons that fit who supports a proposal and who opposes it', () => {
    const text = skeleton(kind('letter'), 'More hours');
    assert.match(text, /We \[insert support or oppose\] \[insert proposal\], for these reasons:/);
    assert.match(text, /gains or loses/);
    assert.doesNotMatch(text, /\bThen \[|helps residents|good value/);
  });

  it('has all its notes at the end', () => {
    for (const { id } of builtInFramework.kinds) {
      const lines = skeleton(kind(id), 'More hours').trimEnd().split('\n');
      const first = lines.findIndex((line) => line.startsWith('[^'));
      if (first >= 0)
        assert.ok(
          lines.slice(first).every((line) => line.startsWith('[^')),
          id,
        );
    }
  });

  it('keeps a title whatever its characters, and on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const expected = title.replace(/\s+/g, ' ').trim();
        const text = skeleton(kind('briefing'), title);
        if (expected !== '') assert.equal(firstHeading(parseDraft(text)), expected);
        assert.equal(text.split('\n').filter((line) => line.startsWith('# ')).length, 1);
      }),
    );
  });

  it('asks for a title where none is given', () => {
    assert.match(skeleton(kind('pitch'), '  '), /^# \[insert title of the funding pitch\]$/m);
  });

  it('does not repeat a part that another part brings along', () => {
    const text = skeleton(kind('report'), 'More hours');
    assert.equal(headings(text).filter((heading) => /^equality/i.test(heading!)).length, 1);
  });

  it('of a letter is running text', () => {
    assert.deepEqual(headings(skeleton(kind('letter'), 'Opening hours')), ['Opening hours']);
  });

  it('of a letter has its addresses above the salutation, and the name on a line of its own', () => {
    const text = skeleton(kind('letter'), 'Opening hours');
    const [above, below] = text.split('Dear [insert');
    assert.match(above!, /^\[insert your address\b/m);
    assert.match(above!, /^\[insert name [^\]]*\]\n\[insert address\b/m);
    assert.match(below!, /\nYours sincerely\n\n\[insert your full name\]\n\[insert role/);
  });

  it('of a press release asks for no reader, says what it is, and has no footnote', () => {
    const text = skeleton(kind('press-release'), 'More hours');
    assert.equal(frontMatter(text).audience, undefined);
    assert.match(text, /^\*\*PRESS RELEASE\. /m);
    assert.doesNotMatch(text, /\[\^/);
    const today = skeleton(kind('press-release'), 'More hours', { today: '2026-11-29' });
    assert.match(today, /^\*\*PRESS RELEASE\. 29 November 2026\. /m);
  });

  it('of a briefing has its questions and answers as headings', () => {
    const text = skeleton(kind('briefing'), 'More hours');
    assert.match(text, /^## .*\n\n### \[insert the hardest question/m);
    assert.match(text, /^### How do we know that it will work\?$/m);
  });

  it('has quotation marks and apostrophes as they are printed', () => {
    for (const { id } of builtInFramework.kinds)
      assert.doesNotMatch(skeleton(kind(id), 'More hours').replace(/^---[\s\S]*?---/, ''), /"\[insert|\w'\w/);
  });

  it('of a press release tells the news before it ends', () => {
    const text = skeleton(kind('press-release'), 'News');
    assert.ok(text.indexOf('is making this change because [insert reason') < text.indexOf('\nEnds\n'));
  });
});

describe('a skeleton', () => {
  for (const { id, title } of builtInFramework.kinds) {
    it(`of a ${title.toLowerCase()} argues nothing until it is filled in`, () => {
      const { areas, offers, promises } = cover(
        parseDraft(skeleton(kind(id), 'Saturday hours')),
        builtInProject,
      );
      const argued = [...areas, ...offers, ...promises].filter(
        ({ state }) => state !== 'missing' && state !== 'mentioned',
      );
      assert.deepEqual(
        argued.map(({ topic }) => topic.id),
        [],
      );
    });

    it(`of a ${title.toLowerCase()} that is held to all speaks of nothing until it is filled in`, () => {
      const text = skeleton(kind(id), 'Saturday hours').replace(/^kind:/m, 'areas: all\noffers: all\nkind:');
      const { areas, offers, promises } = cover(parseDraft(text), builtInProject);
      assert.deepEqual(
        [...areas, ...offers, ...promises]
          .filter(({ state }) => state !== 'missing')
          .map(({ topic, passages }) => `${topic.id}: ${passages[0]?.passage.prose.text}`),
        [],
      );
    });
  }
});
