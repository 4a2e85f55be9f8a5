import assert from 'node:assert/strict';
import { importDocument } from '../../src/import';
import { exported, Reviewer } from '../merge/reviewer';

const FRONT = `---
# Checked by Ann
kind: report
title: "Books: more"
author: Ann Bell
organisation: 'Ashby Council'
audience: Cabinet # on 5 May
date: 2026-10-01
areas:
  - health
word:
  numbering: none
---
`;
const DRAFT = `${FRONT}
# Books: more

We lend books.
`;

const imported = (bytes: Uint8Array): string => importDocument(bytes).markdown;
const changed = async (draft: string, ...changes: readonly (readonly [string, string])[]): Promise<string> =>
  imported(
    changes.reduce((reviewer, [from, to]) => reviewer.change(from, to), await Reviewer.of(draft)).bytes,
  );

describe('A document of ours that is imported by itself', () => {
  it('has the kind and all else that its draft says at the top, as it is written there', async () => {
    assert.equal(imported(await exported(DRAFT, 'always')), DRAFT);
  });

  it('has what the title block says now', async () => {
    const markdown = await changed(
      DRAFT,
      ['>1 October 2026<', '>5 November 2026<'],
      ['>Cabinet<', '>Council<'],
      ['>Ann Bell, Ashby Council<', '>Jo Hill, Ashby Council<'],
    );
    assert.equal(
      markdown.slice(0, markdown.indexOf('# Books')),
      `${FRONT.replace('2026-10-01', '"5 November 2026"').replace('Cabinet # on 5 May', 'Council').replace('Ann Bell', 'Jo Hill')}\n`,
    );
  });

  it('has a title that was changed', async () => {
    const markdown = await changed(DRAFT, ['Books: more</w:t>', 'Books, more of them</w:t>']);
    assert.ok(markdown.includes('\ntitle: Books, more of them\n'), markdown);
    assert.ok(markdown.includes('\n# Books, more of them\n'), markdown);
  });

  it('has what its draft says where a change is still open', async () => {
    const reviewer = (await Reviewer.of(DRAFT)).replace('Books: more', 'Games');
    assert.ok(imported(reviewer.bytes).startsWith(FRONT));
  });

  it('has no details that its draft has not', async () => {
    const draft = '---\nkind: briefing\norganisation: Ashby Council\n---\n\n# Books\n\nWe lend books.\n';
    assert.equal(imported(await exported(draft, 'always')), draft);
  });

  it('has a line that somebody added to the title block', async () => {
    const markdown = await changed(DRAFT, [
      '>Ann Bell, Ashby Council</w:t></w:r></w:p>',
      `>Ann Bell, Ashby Council</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Author"/></w:pPr><w:r><w:t>Status: Final</w:t></w:r></w:p>`,
    ]);
    assert.ok(markdown.startsWith(FRONT.replace(/---\n$/, 'status: Final\n---\n')), markdown);
  });

  it('is read like any other where it carries no draft', async () => {
    assert.match(imported(await exported(DRAFT, false)), /^---\ntitle: "Books: more"\naudience: Cabinet\n/);
  });
});
