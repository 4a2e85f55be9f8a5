import type { Draft } from '../draft/types';
import { meantKind } from '../framework/meant-kind';
import type { DocumentKind, Framework, Topic } from '../framework/types';
import type { Configuration, Project } from '../project/types';
import type { Genre } from './focus';
import { clearGuess } from './kind-guess';

const NO_KIND: DocumentKind = {
  id: 'briefing',
  title: 'Draft',
  names: [],
  description: '',
  parts: [],
  areas: 'none',
  offers: 'none',
  asks: false,
  cases: {},
  unless: [],
};

/**
 * The kind of document that a draft is judged as: its front matter's, or else `kind`, or else a briefing. A misspelt
 * kind counts as the one that it most resembles. Where that is not clear, nothing is asked of the draft: it names some
 * kind, so it is no briefing.
 */
export function kindOf(draft: Draft, framework: Framework, kind?: string): DocumentKind {
  const known = (name: string | undefined) => (name === undefined ? undefined : framework.kindNamed(name));
  const said = draft.frontMatter.data.kind || undefined;
  return (
    known(said) ??
    (said === undefined ? undefined : meantKind(said, framework)) ??
    known(kind) ??
    (said === undefined ? undefined : unknownKind(said)) ??
    framework.kind('briefing') ??
    framework.kinds[0] ??
    NO_KIND
  );
}

let last = NO_KIND;

/** Returns the same object for the same name, as callers cache results by it. */
function unknownKind(said: string): DocumentKind {
  if (last.id !== said) last = { ...NO_KIND, id: said, title: `“${said}” (no type of paper)`, unknown: true };
  return last;
}

/**
 * Whether the draft is held to a topic: by the `areas` and `offers` of its front matter, or else by `asks` in the
 * configuration, or else by its kind. A promise is asked for where it is named among the offers; `all` does not include
 * promises. A list in the front matter is ignored where the framework knows none of its ids.
 *
 * @param asks `asks` of the configuration, by id of the kind
 */
export function isAsked(
  draft: Draft,
  kind: DocumentKind,
  topic: Topic,
  framework: Framework,
  asks: Configuration['asks'],
): boolean {
  const { areas, offers } = draft.frontMatter.data;
  const isArea = topic.group === 'area';
  const own = isArea ? areas : offers;
  const meansNothing = Array.isArray(own) && own.length > 0 && own.every((id) => !framework.topic(id));
  const configured = Object.hasOwn(asks, kind.id) ? asks[kind.id] : undefined;
  // By “all”, configurations mean the areas.
  const byKind = configured === 'all' && !isArea ? 'none' : configured;
  const wanted = (meansNothing ? undefined : own) ?? byKind ?? (isArea ? kind.areas : kind.offers);
  if (wanted === 'none') return false;
  if (wanted === 'all') return topic.group !== 'promise';
  return wanted.includes(topic.id);
}

/** A text without a kind and with fewer blocks is a page. */
const LEAST_BLOCKS = 16;

/**
 * Returns whether a draft counts as a paper or a page for a topic; undefined for topics that it is held to, for which
 * each passage is judged by itself. A paper has a kind (in its front matter or as `kind`), or names its author,
 * audience or organisation, or clearly is a letter or report. Anything else is a page, which need not be about one
 * thing.
 */
export function genreIn(draft: Draft, project: Project, kind?: string): (topic: Topic) => Genre | undefined {
  const { framework, configuration } = project;
  const taken = kindOf(draft, framework, kind);
  const genre = kind !== undefined || looksLikeAPaper(draft, project) ? 'paper' : 'page';
  return (topic) => (isAsked(draft, taken, topic, framework, configuration.asks) ? undefined : genre);
}

function looksLikeAPaper(draft: Draft, project: Project): boolean {
  const { kind, author, audience, organisation } = draft.frontMatter.data;
  if (kind !== undefined) return true;
  if (draft.blocks.length < LEAST_BLOCKS) return false;
  return [author, audience, organisation].some(Boolean) || clearGuess(draft, project) !== undefined;
}
