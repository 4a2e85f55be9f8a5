import { anchorOf } from './lib/anchor';
import { presentParts } from './lib/parts';
import { insertPart } from './lib/placement';
import type { Rule } from './types';

export const sectionMissing: Rule = {
  id: 'section-missing',
  group: 'structure',
  severity: 'warning',
  readsEnglish: true,
  what: 'A part that readers of this kind of document look for, and for which the draft has no heading (or no line, such as “Ends” in a press release). Many headings count for a part: the framework lists them with the kind of document. Numbers, articles, plurals, the order of a question and the name of the service make no difference: “2.1 What was the challenge?” opens “The challenge”.',
  why: 'Committee clerks send back papers with parts missing, and editors and funders put them aside. Each part answers a question that the reader is bound to ask.',
  example: {
    bad: `---
kind: case-study
---

# Tablets for Eastfield

## The challenge

Four in ten homes had no computer, said the council's 2025 survey of the estate.

## The solution

The library lends tablets.
`,
    good: `---
kind: case-study
---

# Tablets for Eastfield

## The challenge

Four in ten homes had no computer, said the council's 2025 survey of the estate.

## The solution

The library lends tablets.

## The impact

All 30 tablets are out.

## How it is being sustained

The housing association pays for the data.

## Lessons learned

Start with one street.

## Contact

Jo Marsh, library manager.
`,
  },
  inDraft({ draft, coverage: { kind } }) {
    const required = kind.parts.filter((part) => part.required);
    if (required.length === 0) return [];
    const present = new Set(presentParts(draft, kind).map(({ part }) => part.id));
    const span = anchorOf(draft, ['kind']);
    const what = kind.title.toLowerCase();
    // Whoever never said what the draft is would wonder.
    const taken = !Object.hasOwn(draft.frontMatter.raw, 'kind');
    const who = taken ? `This says no kind and is taken for a ${what}, which` : `A ${what}`;
    return required
      .filter((part) => !present.has(part.id))
      .map((part) => ({
        span,
        message: `${who} needs ${part.sign === 'line' ? `a line “${part.title}”` : `the section “${part.title}”`}, and this has none. ${part.why}`,
        fixes: () => [
          {
            title:
              part.sign === 'line' ? `Insert the line “${part.title}”` : `Insert the section “${part.title}”`,
            edits: insertPart(draft, kind, part),
            preferred: true,
          },
        ],
      }));
  },
};
