import type { Draft } from '../draft/types';
import { meantKind } from '../framework/meant-kind';
import type { DocumentKind, Framework, Topic } from '../framework/types';
import type { Configuration, Project } from '../project/types';

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
 * offers; `all` means the four offers. A list of the front matter in which no id is one of the framework's has no effect.
 *
 * @param asks the configuration's, by the id of a kind
 */
export function isAsked(
  draft: Draft,
  kind: DocumentKind,
  topic: Topic,
  framework: Framework,
  asks: Configuration['asks'] = {},
): boolean {
  const { areas, offers } = draft.frontMatter.data;
  const isArea = topic.group === 'area';
  const own = isArea ? areas : offers;
  const meansNothing = Array.isArray(own) && own.length > 0 && own.every((id) => !framework.topic(id));
  const configured = Object.hasOwn(asks, kind.id) ? asks[kind.id] : undefined;
  // “All” of a configuration is what most services mean: the five areas.
  const byKind = configured === 'all' && !isArea ? 'none' : configured;
  const wanted = (meansNothing ? undefined : own) ?? byKind ?? (isArea ? kind.areas : kind.offers);
  if (wanted === 'none') return false;
  if (wanted === 'all') return topic.group !== 'promise';
  return wanted.includes(topic.id);
}

/**
 * Whether it is the draft as a whole that decides on a topic, and not each of its passages: in a paper, by its front
 * matter or by `kind`, which nobody holds to the topic. A page that is no paper need not be about one thing.
 */
export function isJudgedWhole(draft: Draft, project: Project, kind?: string): (topic: Topic) => boolean {
  if (draft.frontMatter.data.kind === undefined && kind === undefined) return () => false;
  const { framework, configuration } = project;
  const taken = kindOf(draft, framework, kind);
  return (topic) => !isAsked(draft, taken, topic, framework, configuration.asks);
}
