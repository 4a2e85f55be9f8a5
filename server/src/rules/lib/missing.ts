import type { Draft } from '../../draft';
import type { DocumentKind, Framework, Part } from '../../framework/types';
import { presentParts } from './parts';
import { shows } from './signs';

/** Whether a draft, or whoever has it checked, says its kind: one that does not is taken for the first that will do. */
function saysKind(draft: Draft, kind: DocumentKind, framework: Framework): boolean {
  const { kind: said } = draft.frontMatter.raw;
  return Boolean(said) || kind !== (framework.kind('briefing') ?? framework.kinds[0]);
}

/**
 * The parts of its kind that a draft needs and has neither by a heading nor in substance: the surest first, in the
 * order of the kind. None for a draft that does not say its kind.
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

/** Whether anything can be missed in a draft: not where it does not say its kind, nor where it is only to be noted. */
export function asksForParts(draft: Draft, kind: DocumentKind, framework: Framework): boolean {
  return draft.blocks.length > 0 && saysKind(draft, kind, framework) && !shows(draft, kind, kind.unless);
}
