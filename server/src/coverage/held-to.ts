import type { Draft } from '../draft/types';
import { meantKind } from '../framework/meant-kind';
import type { DocumentKind, Framework, Topic } from '../framework/types';
import type { Configuration, Project } from '../project/types';
import type { Genre } from './focus';
import { clearGuess } from './likely';

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
 * The kind that a draft is taken for: what its front matter says, else `kind`, else a briefing.
 * A name that the framework does not know counts as the one that was meant; where that is not clear, as one that
 * asks for nothing, since whatever it is, it is no briefing.
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

/** The same object for the same word, which others keep things by. */
function unknownKind(said: string): DocumentKind {
  if (last.id !== said) last = { ...NO_KIND, id: said, title: `“${said}” (no type of paper)`, unknown: true };
  return last;
}

/**
 * Whether the draft is held to a topic: by its front matter's `areas` and `offers`, else by what the configuration asks
 * of its kind, else by what a framework of the workspace's own does. A promise is asked for when it is named among the
 * offers; `all` means no promise. A list of the front matter in which no id is one of the framework's has no effect.
 *
 * @param asks the configuration's, by the id of a kind
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
  // “All” of a configuration is what most services mean: the areas.
  const byKind = configured === 'all' && !isArea ? 'none' : configured;
  const wanted = (meansNothing ? undefined : own) ?? byKind ?? (isArea ? kind.areas : kind.offers);
  if (wanted === 'none') return false;
  if (wanted === 'all') return topic.group !== 'promise';
  return wanted.includes(topic.id);
}

/** With fewer blocks, a text that says no kind is a page, whatever it looks like. */
const LEAST_BLOCKS = 16;

/**
 * How the draft as a whole decides on a topic; undefined where each of its passages does, as it is held to the topic. It
 * is a paper by its front matter or by `kind`; and so is what says no kind, but who wrote it, for whom, or of which body,
 * or clearly is a letter or a report. Anything else is a page, which need not be about one thing.
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
