import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { councilTemplate, inTemplate } from '../word/templates';
import { problems } from '../word/validator';
import { type Change, messages } from './template-changes';

/** What is done to the template; what the warning names; what is in no part of the document, nor its name. */
export type LeftOut = readonly [what: string, change: Change, named: RegExp, absent: RegExp, kept?: RegExp];

/** Holds documents to what they do not take from a template. */
export function leavesOut(left: readonly LeftOut[]): void {
  let council: Uint8Array;
  let usual: string[];
  before(async () => {
    council = await councilTemplate();
    usual = messages(await inTemplate('x', council));
  });

  for (const [what, change, named, absent, kept] of left) {
    it(`but not ${what}`, async () => {
      const document = await inTemplate('Ours.', change(council));
      const warnings = messages(document).filter((one) => !usual.includes(one));
      if (named.source === '^$') assert.deepEqual(warnings, []);
      else {
        assert.equal(warnings.length, 1, warnings.join('\n'));
        assert.match(warnings[0]!, named);
        assert.match(warnings[0]!, /do not need \(.*\); it is left out$/);
      }
      const parts = unzipSync(document.bytes);
      for (const [name, content] of Object.entries(parts)) {
        assert.doesNotMatch(name, absent);
        assert.doesNotMatch(strFromU8(content, true), absent, name);
      }
      const text = strFromU8(parts['word/document.xml']!);
      assert.match(text, /Ours\./);
      if (kept !== undefined) assert.match(text, kept);
      assert.deepEqual(await problems(document.bytes), []);
    });
  }
}
