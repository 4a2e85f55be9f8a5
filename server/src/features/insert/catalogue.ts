import { clearGuess } from '../../coverage';
import type { Draft } from '../../draft/types';
import type { Fact } from '../../evidence';
import { builtInEvidence, citationOf, evidenceOf, factText, sentenceOf } from '../../evidence';
import type { DocumentKind } from '../../framework/types';
import type { Project } from '../../project/types';
import type { Catalogue, Skeleton, SkeletonParams } from '../../protocol';
import { sameNote } from '../../rules/lib/footnotes/notes';
import { homeOf, nearness } from '../../rules/lib/nation';
import { presentParts } from '../../rules/lib/parts/present';
import { shows } from '../../rules/lib/parts/signs';
import { skeleton } from '../../skeleton';
import { oneLine } from '../../text/shorten';
import { Refusal } from '../client/refusal';

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
    sections: (open?.kind.parts ?? []).map(({ id, title, why, required, signs }) => {
      const line = lines.get(id);
      return {
        id,
        title,
        why,
        required: required === true && !(open && shows(open.draft, open.kind, signs)),
        present: line !== undefined,
        ...(line !== undefined && { line }),
      };
    }),
    evidence: facts(project, open?.draft),
    about: project.configuration.about,
  };
}

function facts(project: Project, draft: Draft | undefined): Catalogue['evidence'] {
  const { facts } = evidenceOf(project);
  const builtIn = new Set(builtInEvidence.facts);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const inPlaceOf = ({ newer }: Fact): Fact | undefined =>
    newer === undefined ? undefined : byId.get(newer);
  const home = homeOf(draft, project.configuration.about);
  // The workspace's own first, then those of the country that the paper is from and of the whole, in each of them the
  // history last, and at the end what something newer has taken the place of.
  const distance = (fact: Fact): number => {
    if (inPlaceOf(fact)) return 7;
    if (!builtIn.has(fact)) return 0;
    const away = nearness(fact.holds, home);
    return isHistory(fact) ? (away < 3 ? 4 : 6) : away < 3 ? 1 + away : 5;
  };
  const nearestFirst = [...facts].sort((a, b) => distance(a) - distance(b));
  return nearestFirst.map((fact) => {
    const { id, source, topics, about } = fact;
    // What a sentence on it says (“loan”, “lent” or “borrowed”) is what authors look for, too.
    const keywords = [...(fact.keywords ?? []), ...about.flat()];
    const newer = inPlaceOf(fact);
    const said = draft !== undefined && isSaidIn(draft, fact);
    const trust = [fact.trust, newer && `A newer figure: ${sentenceOf(newer)}`].filter(Boolean).join(' ');
    return {
      id,
      statement: sentenceOf(fact),
      source: citationOf(source),
      topics: topics.map((topic) => project.framework.topic(topic)?.title ?? topic),
      ...(distance(fact) > 0 && { distance: distance(fact) }),
      ...(keywords.length > 0 && { keywords }),
      ...(trust !== '' && { trust }),
      ...(said && { said }),
    };
  });
}

/** Whether a fact is told as history: of 2020 or before. */
const isHistory = ({ trust }: Fact): boolean => trust?.startsWith('History.') === true;

/** Whether a draft has a fact as it would be inserted, or all of its numbers where its source is cited. */
function isSaidIn(draft: Draft, fact: Fact): boolean {
  const sentence = oneLine(sentenceOf(fact)).replace(/[.!?]$/, '');
  const numbers = sentence.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const note = numbers.length > 0 ? sameNote(draft, factText(fact, '').note) : undefined;
  return draft.blocks.some(({ block: { node, text } }) => {
    if (node.type === 'footnoteDefinition') return false;
    if (oneLine(text).includes(sentence)) return true;
    if (note === undefined || !text.includes(`[^${note}]`)) return false;
    const own: readonly string[] = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
    return numbers.every((number) => own.includes(number));
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
