import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { descendants } from '../../../src/docx/xml-tree';
import { parseDraft } from '../../../src/draft';
import { originOf, shippedTemplate, writtenByUs } from '../../../src/word';
import {
  blockOfBookmark,
  fingerprint,
  hashOf,
  readEmbeddedDraft,
} from '../../../src/word/embedded-draft/read';
import { embeddedDraftXml } from '../../../src/word/embedded-draft/write';
import { EVERYTHING, everythingFiles } from '../every-construct';
import { problems } from '../validator';
import { type Word, word } from '../word';

const carry = { carry: true };

const DRAFT = `---
title: Our offer
---

# Our offer

Two   spaces,\ta tab and *words*.\r
A second line.

- one
- two

| A | B |
| - | - |
| 1 | 2 |

<!-- nothing to be seen -->

The end.
`;

const partOf = (document: Word): string | undefined =>
  document.parts.find((name) => /^customXml\/item\d+\.xml$/.test(name));

const carriedBy = (document: Word) => readEmbeddedDraft(document.part(partOf(document)!));

describe('Word: a document that carries its draft', () => {
  it('holds the source, byte for byte', async () => {
    assert.equal(carriedBy(await word(DRAFT, {}, carry)).source, DRAFT);
  });

  it('whatever the draft is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const draft = parseDraft(text);
        assert.equal(readEmbeddedDraft(embeddedDraftXml(draft, '<w:document/>')).source, draft.text);
      }),
    );
  });

  it('knows each paragraph as it was exported, and whose block it is', async () => {
    const { paragraphs } = carriedBy(await word(DRAFT, {}, carry));
    const texts = ['Our offer', 'Two   spaces, a tab and words. A second line.', 'one', 'two'];
    const cells = ['A', 'B', '1', '2'];
    assert.deepEqual(
      paragraphs.map(({ print }) => print),
      [...texts, ...cells, 'The end.'].map(fingerprint),
    );
    assert.deepEqual(
      paragraphs.map(({ block }) => block),
      [0, 1, 2, 2, 3, 3, 3, 3, 5],
    );
  });

  it('knows a paragraph of any length, with signs that XML writes otherwise anywhere in it', () => {
    const shown = `${'&"<>'.repeat(60_000)}x${'a'.repeat(250_000)}&amp;`;
    const written = shown
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;');
    const xml = `<w:p><w:r><w:t>${written}</w:t></w:r></w:p>`;
    const [paragraph] = readEmbeddedDraft(embeddedDraftXml(parseDraft('x'), xml)).paragraphs;
    assert.equal(paragraph!.print, fingerprint(shown));
  });

  it('knows what the export added from what the draft says', async () => {
    const { paragraphs } = carriedBy(
      await word('---\ntitle: T\nauthor: A. Smith\n---\n\nText.\n', {}, carry),
    );
    assert.deepEqual(
      paragraphs.map(({ block }) => block),
      [undefined, undefined, 0],
    );
  });

  it('marks each block with a bookmark of its own that Word does not show', async () => {
    const document = await word(EVERYTHING, everythingFiles, carry);
    const { hash, paragraphs } = carriedBy(document);
    const names = [...descendants(document.body, 'w:bookmarkStart')].map(
      (mark) => mark.attributes['w:name']!,
    );
    assert.equal(new Set(names).size, names.length, 'none has the name of another');
    for (const name of names) assert.match(name, /^_[A-Za-z0-9_]{1,39}$/);
    const marked = names.flatMap((name) => blockOfBookmark(name, hash) ?? []);
    assert.deepEqual(
      marked,
      [...new Set(marked)].sort((a, b) => a - b),
    );
    assert.ok(paragraphs.every(({ block }) => block === undefined || marked.includes(block)));
    const ids = (which: string) =>
      [...descendants(document.body, `w:bookmark${which}`)].map((mark) => mark.attributes['w:id']).sort();
    assert.deepEqual(ids('Start'), ids('End'));
    assert.equal(new Set(ids('Start')).size, names.length);
  });

  it('does not know a bookmark of another draft', () => {
    assert.equal(blockOfBookmark('_adv00000001_4', '00000001'), 4);
    assert.equal(blockOfBookmark('_adv00000001_4', '00000002'), undefined);
    assert.equal(blockOfBookmark('_Toc1', '00000001'), undefined);
  });

  it('has the same bytes each time', async () => {
    const first = await word(EVERYTHING, everythingFiles, carry);
    assert.deepEqual((await word(EVERYTHING, everythingFiles, carry)).bytes, first.bytes);
  });

  it('is larger by less than the draft is long', async () => {
    const paragraph = (at: number): string => `Branch ${at} lent ${at * 37} books to ${at * 3} readers.\n\n`;
    const draft = Array.from({ length: 200 }, (_, at) => paragraph(at)).join('');
    const without = (await word(draft)).bytes.length;
    const more = (await word(draft, {}, carry)).bytes.length - without;
    assert.ok(more < draft.length, `${more} bytes more than ${without}, for a draft of ${draft.length}`);
  });

  for (const [what, options, markdown] of [
    ['without being asked to', {}, DRAFT],
    ['where the front matter says no', carry, '---\nword: { source: false }\n---\n\n# A\n\nText.\n'],
  ] as const) {
    it(`does not carry it ${what}`, async () => {
      const document = await word(markdown, {}, options);
      assert.equal(partOf(document), undefined);
      assert.doesNotMatch(strFromU8(unzipSync(document.bytes)['word/document.xml']!), /_adv/);
    });
  }

  it('does not say that a damaged draft is one', () => {
    const xml = embeddedDraftXml(parseDraft(DRAFT), '<w:document/>');
    assert.throws(() => readEmbeddedDraft(xml.replace('The end', 'An end')), /damaged/);
    assert.throws(() => readEmbeddedDraft('<draft xmlns="urn:library-advocacy:draft:1"/>'), /damaged/);
  });

  describe('is valid for Word', () => {
    it('with contents, tables, notes and all else', async () => {
      const { bytes } = await word(EVERYTHING, everythingFiles, carry);
      assert.deepEqual(await problems(bytes), []);
    });

    it('in a template', async () => {
      const template = await shippedTemplate('committee-paper');
      const document = await word(EVERYTHING, everythingFiles, { ...carry, template });
      assert.equal(carriedBy(document).source, EVERYTHING);
      assert.deepEqual(await problems(document.bytes), []);
    });
  });
});

describe('Word: whose document it is', () => {
  const change = (bytes: Uint8Array, by: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
    const parts = unzipSync(bytes);
    by(parts);
    return zipSync(parts);
  };

  it('is ours as long as nothing in it has changed, even packed anew', async () => {
    const { bytes } = await word(DRAFT, {}, carry);
    assert.equal(originOf(bytes), 'exported');
    assert.equal(originOf(change(bytes, () => undefined)), 'exported');
  });

  it('has been changed where one word is another, whatever the program says that it is', async () => {
    const { bytes } = await word(DRAFT, {}, carry);
    const changed = change(bytes, (parts) => {
      const name = 'word/document.xml';
      parts[name] = strToU8(strFromU8(parts[name]!).replace('The end', 'An end'));
    });
    assert.equal(originOf(changed), 'changed');
    assert.equal(writtenByUs(changed), false);
  });

  it('has been changed where a part came to it', async () => {
    const { bytes } = await word(DRAFT, {}, carry);
    assert.equal(
      originOf(
        change(bytes, (parts) => {
          parts['word/comments.xml'] = strToU8('<x/>');
        }),
      ),
      'changed',
    );
  });

  it('has been changed where Word has only saved it', async () => {
    const { bytes } = await word(DRAFT, {}, carry);
    const saved = change(bytes, (parts) => {
      parts['docProps/app.xml'] = strToU8(
        '<Properties><Application>Microsoft Office Word</Application></Properties>',
      );
    });
    assert.equal(originOf(saved), 'changed');
  });

  it('is ours where version 0.1 wrote it, which noted no sum', async () => {
    const { bytes } = await word(DRAFT);
    const old = change(bytes, (parts) => {
      parts['docProps/app.xml'] = strToU8(
        strFromU8(parts['docProps/app.xml']!).replace(/ [0-9a-f]{8}(?=<\/App)/, ''),
      );
    });
    assert.equal(originOf(old), 'exported');
  });

  it('is somebody else’s where nothing of ours is in it', () => {
    assert.equal(originOf(zipSync({ 'x.txt': strToU8('x') })), 'other');
    assert.equal(originOf(new Uint8Array()), 'other');
  });

  it('does not take one text for another', () => {
    assert.notEqual(hashOf('one'), hashOf('two'));
    assert.equal(fingerprint('a b'), fingerprint(' a\u00a0 b\n'));
    assert.notEqual(fingerprint('a, b'), fingerprint('a b'));
  });
});
