import { clearGuess } from '../coverage';
import type { Draft } from '../draft/types';
import type { Fact } from '../evidence';
import { builtInEvidence, citationOf, evidenceOf, sentenceOf } from '../evidence';
import type { DocumentKind } from '../framework/types';
import type { Project } from '../project/types';
import type { Catalogue, Skeleton, SkeletonParams } from '../protocol';
import { presentParts } from '../rules/lib/parts';
import { skeleton } from '../skeleton';
import { Refusal } from './insert';

/** What a project offers to start with and to cite, and the parts of a draft's kind. */
export function catalogue(
  project: Project,
  open?: { readonly draft: Draft; readonly kind: DocumentKind },
): Catalogue {
  const { framework } = project;
  const lines = new Map(
    open &&
      presentParts(open.draft, open.kind).map(({ part, index }) => [part.id, open.draft.blocks[index]!.line]),
  );
  const likely = open && clearGuess(open.draft, project);
  return {
    ...(likely && { likely: likely.kind.id }),
    kinds: framework.kinds.map(({ id, title, description }) => ({ id, title, description })),
    sections: (open?.kind.parts ?? []).map(({ id, title, why, required }) => {
      const line = lines.get(id);
      return {
        id,
        title,
        why,
        required: required === true,
        present: line !== undefined,
        ...(line !== undefined && { line }),
      };
    }),
    evidence: facts(project),
    about: project.configuration.about,
  };
}

function facts(project: Project): Catalogue['evidence'] {
  const { facts } = evidenceOf(project);
  const builtIn = new Set(builtInEvidence.facts);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const inPlaceOf = ({ newer }: Fact): Fact | undefined =>
    newer === undefined ? undefined : byId.get(newer);
  // The workspace's own first, and last what something newer has taken the place of.
  const rank = (fact: Fact): number => (inPlaceOf(fact) ? 2 : builtIn.has(fact) ? 1 : 0);
  const ownFirst = [...facts].sort((a, b) => rank(a) - rank(b));
  return ownFirst.map((fact) => {
    const { id, source, topics, keywords } = fact;
    const newer = inPlaceOf(fact);
    const trust = [fact.trust, newer && `A newer figure: ${sentenceOf(newer)}`].filter(Boolean).join(' ');
    return {
      id,
      statement: sentenceOf(fact),
      source: citationOf(source),
      topics: topics.map((topic) => project.framework.topic(topic)?.title ?? topic),
      ...(keywords === undefined ? {} : { keywords }),
      ...(trust !== '' && { trust }),
    };
  });
}

/** The text of a new draft. Throws a Refusal where the project has no such kind. */
export function newDraft(
  { framework, configuration: { about } }: Project,
  { kind, title, today, about: given }: Omit<SkeletonParams, 'folder'>,
): Skeleton {
  const found = framework.kind(kind);
  if (!found) throw new Refusal(`There is no type of paper “${kind}”.`);
  return {
    text: skeleton(found, title, { about: { ...about, ...given }, ...(today !== undefined && { today }) }),
  };
}
