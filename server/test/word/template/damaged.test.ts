import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { TemplateError } from '../../../src/word';
import { zipped } from '../../docx/zipped';
import { runs, seeds } from '../../random-runs';
import { councilTemplate, DRAFT, inTemplate } from '../templates';

describe('Word templates: damaged', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  it('neither crashes nor hangs on damaged ones of five kinds', async () => {
    const rounds = runs(200);
    const first = seeds(1)[0]!;
    let seed = first;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    let used = 0;
    for (let round = 0; round < rounds; round++) {
      let bytes = council.slice();
      const kind = round % 5;
      if (kind === 0) bytes = bytes.subarray(0, random(bytes.length));
      else if (kind === 1) for (let flips = 0; flips < 20; flips++) bytes[random(bytes.length)] = random(256);
      else {
        const parts = unzipSync(bytes);
        const names = Object.keys(parts);
        const [a, b] = [names[random(names.length)]!, names[random(names.length)]!];
        if (kind === 2) [parts[a], parts[b]] = [parts[b]!, parts[a]!];
        else if (kind === 3) parts[a] = strToU8(withStrangeValues(strFromU8(parts[a]!), random));
        else parts[a] = parts[a]!.subarray(0, random(parts[a]!.length));
        bytes = zipped(parts);
      }
      try {
        // Every second one counts the pages, too, with what the template says of them.
        const draft = round % 2 === 0 ? DRAFT : DRAFT.replace('---\n', '---\nword: { contents: true }\n');
        const document = await inTemplate(draft, bytes);
        for (const part of document.parts) if (/\.(xml|rels)$/.test(part)) document.part(part);
        used++;
      } catch (error) {
        assert.ok(
          error instanceof TemplateError,
          `seed ${first}, round ${round}: ${error instanceof Error ? error.stack : error}`,
        );
      }
    }
    assert.ok(used < rounds);
  });
});

const STRANGE = ['', '0', '-1', '1', '65536', '999999999999', '-999999999', 'NaN', '1e400', 'x'];

/** Values of attributes that nobody would write. */
function withStrangeValues(xml: string, random: (below: number) => number): string {
  return xml.replace(/="(?!http)[^"]*"/g, (value) =>
    random(6) === 0 ? `="${STRANGE[random(STRANGE.length)]}"` : value,
  );
}
