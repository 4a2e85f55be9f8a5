import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInFramework, loadFramework } from '../../../../src/framework';
import type { DocumentKind } from '../../../../src/framework/types';
import { partsLabelled, partsNamed } from '../../../../src/rules/lib/parts/names';

const kindOf = (id: string): DocumentKind => builtInFramework.kind(id)!;
const named = (kind: string, heading: string): readonly string[] =>
  partsNamed(heading, kindOf(kind).parts).map(({ id }) => id);

describe('A heading that people write', () => {
  const known: readonly (readonly [kind: string, heading: string, part: string])[] = [
    // Plurals, brackets, numbers before it.
    ['report', 'Recommendation(s)', 'recommendations'],
    ['report', '3.2 Reason(s) for decision', 'reasons'],
    ['report', 'B. Risk', 'risks'],
    ['briefing', 'Contacts', 'contact'],
    ['pitch', 'Contacts', 'contact'],
    ['case-study', 'Contacts', 'contact'],
    ['report', 'Financial implications (Section 151 Officer)', 'implications'],
    // The order of a question.
    ['case-study', 'What was the challenge?', 'challenge'],
    ['case-study', 'What did we do?', 'solution'],
    ['case-study', 'What difference has it made so far?', 'impact'],
    ['case-study', 'What did we learn?', 'lessons'],
    ['case-study', 'What would we do differently next time?', 'lessons'],
    ['pitch', 'Who is it for?', 'who-benefits'],
    ['pitch', 'How will we measure success?', 'outcomes'],
    ['briefing', 'What are we asking for?', 'ask'],
    ['pitch', 'Why we think it works', 'evidence'],
    ['briefing', 'What members should know', 'facts'],
    ['report', 'What we found', 'reasons'],
    ['report', 'Alternatives that we considered', 'options'],
    ['report', 'Options that were rejected', 'options'],
    // Articles, possessives, how many there are, what kind they are.
    ['strategy', 'Our four priorities', 'priorities'],
    ['strategy', 'The six strategic aims', 'priorities'],
    ['strategy', 'A vision for libraries', 'vision'],
    ['pitch', 'Our track record', 'evidence'],
    ['pitch', 'The project costs', 'costs'],
    ['pitch', 'What it will cost', 'costs'],
    ['briefing', 'Our core messages', 'key-messages'],
    // What the service calls itself.
    ['pitch', 'Why Southmere Libraries', 'why-us'],
    ['pitch', 'About Kingston upon Wye Library Service', 'why-us'],
    ['strategy', 'Eastfield Libraries today', 'context'],
    // What follows.
    ['case-study', 'The impact so far', 'impact'],
    ['case-study', 'Results and next steps', 'impact'],
    ['report', 'Resource and risk implications', 'implications'],
    // Who is asked.
    ['report', 'Cabinet is recommended to', 'recommendations'],
    ['report', 'The Overview and Scrutiny Committee is invited to:', 'recommendations'],
    // Other names.
    ['pitch', 'What we ask', 'costs'],
    ['pitch', 'Amount requested', 'costs'],
    ['report', 'Programme', 'next-steps'],
    ['report', 'Key dates', 'next-steps'],
    ['report', 'Consultation responses', 'consultation'],
    ['briefing', 'Officer contact', 'contact'],
    ['briefing', 'Top lines', 'key-messages'],
    ['briefing', 'The figures', 'facts'],
    ['briefing', 'Call to action', 'ask'],
    ['letter', 'Decision required', 'ask'],
    ['strategy', 'How we will know it is working', 'measures'],
    ['strategy', 'Targets', 'measures'],
    ['strategy', 'Our libraries now', 'context'],
  ];
  for (const [kind, heading, part] of known) {
    it(`opens its part of a ${kind}: ${heading}`, () =>
      assert.ok(named(kind, heading).includes(part), named(kind, heading).join()));
  }

  const others: readonly (readonly [kind: string, heading: string])[] = [
    ['report', 'Details'],
    ['report', 'Ideas for the summer holiday'],
    ['report', 'The decisive year'],
    ['report', 'Reasonable adjustments'],
    ['briefing', 'Data'],
    ['briefing', 'Asking around'],
    ['pitch', 'Southmere Libraries'],
    ['pitch', 'The garden'],
    ['pitch', 'Costly repairs'],
    ['pitch', 'Why children stopped reading'],
    ['case-study', 'Reading Challenge winners'],
    ['case-study', 'What was on the shelves?'],
    ['case-study', 'Three libraries'],
    ['strategy', 'What people do on Saturdays'],
    ['strategy', 'Our four vans'],
  ];
  for (const [kind, heading] of others) {
    it(`opens no part of a ${kind}: ${heading}`, () => assert.deepEqual(named(kind, heading), []));
  }

  it('opens what it names word for word, and not what it names loosely', () => {
    const { framework } = loadFramework(
      'kinds:\n  - id: sheet\n    title: Sheet\n    parts: [{ id: facts, title: Facts }, { id: key-facts, title: Key facts }]\n',
      'file:///w/f.yaml',
      builtInFramework,
    );
    const parts = framework.kind('sheet')!.parts;
    const ids = (heading: string) => partsNamed(heading, parts).map(({ id }) => id);
    assert.deepEqual(ids('Facts'), ['facts']);
    assert.deepEqual(ids('Key facts'), ['key-facts']);
    assert.deepEqual(
      partsLabelled('The facts', parts).map(({ id }) => id),
      ['facts'],
    );
  });
});

describe('The names of the built-in parts', () => {
  for (const kind of builtInFramework.kinds) {
    it(`open one part of a ${kind.id} each`, () => {
      for (const part of kind.parts) {
        assert.deepEqual(named(kind.id, part.title), [part.id], part.title);
        // A line's other names are no headings: "# # #".
        for (const alias of part.sign === 'line' ? [] : part.aliases) {
          const found = named(kind.id, alias);
          assert.ok(found.includes(part.id), alias);
          // One made of two, such as "Purpose and summary", is both.
          if (!/ and |,/.test(alias)) assert.deepEqual(found, [part.id], alias);
        }
      }
    });
    it(`open the same part of a ${kind.id} however they are written`, () => {
      const dressed = fc.record({
        part: fc.constantFrom(...kind.parts.filter(({ sign }) => sign !== 'line')),
        before: fc.constantFrom('', '3. ', '3.2 ', 'Section 4: '),
        after: fc.constantFrom('', ':', '.', '?', ' so far', ' (draft)'),
        shout: fc.boolean(),
      });
      fc.assert(
        fc.property(dressed, ({ part, before, after, shout }) => {
          const heading = `${before}${shout ? part.title.toUpperCase() : part.title}${after}`;
          assert.deepEqual(named(kind.id, heading), [part.id], heading);
        }),
      );
    });
  }
});
