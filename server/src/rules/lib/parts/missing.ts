import type { Draft } from '../../../draft';
import type { DocumentKind, Framework, Part } from '../../../framework/types';
import { presentParts } from './present';
import { shows } from './signs';

/** Whether the front matter or a setting says the kind of a draft. `kind` is the default otherwise. */
function saysKind(draft: Draft, kind: DocumentKind, framework: Framework): boolean {
  const { kind: written } = draft.frontMatter.raw;
  return Boolean(written) || kind !== (framework.kind('briefing') ?? framework.kinds[0]);
}

/**
 * The required parts of its kind that a draft has neither by a heading nor in substance: first the surely missing ones,
 * then hints. None for a draft that does not say its kind.
 */
export function missingParts(draft: Draft, kind: DocumentKind, framework: Framework): readonly Part[] {
  const asked = kind.parts.filter((part) => part.required);
  if (asked.length === 0 || !asksForParts(draft, kind, framework)) return [];
  const present = new Set(presentParts(draft, kind).map(({ part }) => part));
  const missing = asked.filter(
    (part) =>
      !present.has(part) &&
      !shows(draft, kind, part.signs) &&
      (part.when === undefined || shows(draft, kind, kind.cases[part.when] ?? [])),
  );
  return [
    ...missing.filter(({ required }) => required === true),
    ...missing.filter(({ required }) => required === 'hint'),
  ];
}

/** Whether a draft must have the parts of its kind: it says its kind, and shows none of the signs in `unless`. */
export function asksForParts(draft: Draft, kind: DocumentKind, framework: Framework): boolean {
  return draft.blocks.length > 0 && saysKind(draft, kind, framework) && !shows(draft, kind, kind.unless);
}
