/** The context of a block from the text before it: a speaker, a study, a sentence that introduces a list, the paper. */
import { lowerCase } from '../draft';
import type { Block } from '../draft/types';
import { getOrInsert, memoized } from '../util/memoize';
import { phrases } from '../words/phrases';
import type { BlockFacts, PassageFacts, SentenceFacts } from './facts';
import data from './phrases.json';
import { type Mention, mentionsIn } from './sources';
import type { Source } from './types';

/** The context of a block from the text before it. */
export interface State {
  /** The speaker, if speech continues in this block. */
  readonly speaker: Source | undefined;
  /** Whether the block before leaves a quotation open, or announces one. */
  readonly speaking: 'open' | 'announced' | undefined;
  /** The source in the sentence that introduces this list, table or bullets. */
  readonly leadSource: Source | undefined;
  /** The last sentence before the block, unless a heading is between them. */
  readonly before: SentenceFacts | undefined;
  /** Whether that sentence introduces this block. */
  readonly leads: boolean;
  /** The study that was named last in this section, and how many passages ago. */
  readonly study: { readonly source: Source; readonly age: number } | undefined;
  /** Whether the section sets out the paper's requests and their costs. */
  readonly inProposal: boolean;
  /** The kind of paper, by its title. */
  readonly paper: Paper;
  /** The survey whose results a heading announces, and the level of that heading. */
  readonly survey: { readonly source: Source; readonly depth: number } | undefined;
}

interface Paper {
  readonly minutes: boolean;
  /** The study whose findings the paper presents, by its title. */
  readonly findings: Source | undefined;
}

// The patterns are for text in lower case.

/** Headings of requests, costs, dates and contacts. */
const SECTIONS = phrases('sections', data.sections);

/** Titles of papers that present the findings of a study. */
const TELLS_FINDINGS =
  /\b(?:research|study|survey|evaluation|analysis|poll|report|review)\s+(?:finds|found|shows|showed|reveals?|suggests?|confirms|warns|says)\b|\b(?:new|latest)\s+(?:research|study|survey|figures|statistics)\b|\binterim\s+evaluation\b|\bevaluation\s+(?:results|findings)\b|\bofficial\s+statistics\b|\bstatistical\s+(?:bulletin|release|report)\b|\bresearch\s+(?:and\s+analysis|report|findings|summary|briefing)\b|\b(?:findings|results)\s+(?:of|from)\s+(?:the|an?|our|its)\b|\bwhat\s+the\s+(?:research|evidence|figures|data)\s+(?:says?|shows?|tells?)\b/;
/** Headings over survey results: percentages below are answers. */
const SURVEY =
  /\bsurvey\s+(?:19|20)\d\d|\b(?:survey|questionnaire|consultation|poll)\b.{0,200}\b(?:results?|findings|responses|said|told\s+us|report|analysis)\b|\b(?:results?|findings|responses|analysis|report)\b.{0,200}\b(?:survey|questionnaire|consultation|poll)\b|\bwhat\s+(?:our\s+|the\s+|your\s+)?(?:you|people|customers|users|residents|they|children|parents|readers|visitors|members|borrowers)\s+(?:said|told\s+us|say|think|thought|tell\s+us)\b/;
const MINUTES = /\bminutes\b|\bnotes\s+of\s+(?:the|a|our)\s+(?:[\w'’-]+\s+){0,6}meeting\b/;
export const START: State = {
  speaker: undefined,
  speaking: undefined,
  leadSource: undefined,
  before: undefined,
  leads: false,
  study: undefined,
  inProposal: false,
  paper: { minutes: false, findings: undefined },
  survey: undefined,
};

export function sameState(a: State, b: State): boolean {
  return (
    a.speaker?.span === b.speaker?.span &&
    a.speaking === b.speaking &&
    a.leadSource === b.leadSource &&
    a.before === b.before &&
    a.leads === b.leads &&
    a.study?.source === b.study?.source &&
    a.study?.age === b.study?.age &&
    a.inProposal === b.inProposal &&
    a.paper.minutes === b.paper.minutes &&
    a.paper.findings === b.paper.findings &&
    a.survey?.source === b.survey?.source
  );
}

/** The source that is named in the sentence itself. */
export function ownSource({ mentions, notes, links, opinion }: SentenceFacts): Source | undefined {
  return notes[0] ?? mentions.find((mention) => opinion || !mention.ofOpinion) ?? links[0];
}

/** For how many passages "other results" can still refer to a study. */
const MEMORY = 6;

export function resumed(sentence: SentenceFacts, { study }: State): Source | undefined {
  return sentence.resumesStudy && study && study.age <= MEMORY ? study.source : undefined;
}

export function after(block: Block, facts: BlockFacts, state: State): State {
  const { type } = block.node;
  if (block.node.type === 'heading') return afterHeading(block, block.node.depth, facts, state);
  if (type === 'html' || type === 'definition' || type === 'footnoteDefinition') return state;
  if (type === 'thematicBreak' || facts.passages.length === 0) {
    return { ...START, inProposal: state.inProposal, paper: state.paper, survey: state.survey };
  }
  const list = type === 'list' || type === 'table';
  let here = state;
  for (const passage of facts.passages) here = afterPassage(passage, here, list);
  return list ? { ...here, leads: false } : here;
}

/** Headings below which the text is still about the study named before. */
const FINDINGS = /\b(?:findings|results|highlights)\b/;

function afterHeading(block: Block, depth: number, facts: BlockFacts, state: State): State {
  const lower = lowerCase(block.text);
  const minutes =
    depth === 1 ? MINUTES.test(lower) : state.paper.minutes || /^\W*(?:draft\s+)?minutes\W*$/.test(lower);
  const title = facts.passages[0]?.passage.prose.text.length ?? 0;
  const kept = state.survey && state.survey.depth < depth ? state.survey : undefined;
  return {
    ...START,
    leadSource: namedIn(block),
    study:
      FINDINGS.test(lower) && state.study
        ? { source: state.study.source, age: state.study.age + 1 }
        : undefined,
    inProposal: depth > 1 && SECTIONS.proposal.test(lower),
    paper: {
      minutes,
      findings:
        state.paper.findings ??
        (depth === 1 && TELLS_FINDINGS.test(lower) ? headingSource(block, title) : undefined),
    },
    survey: SURVEY.test(lower) ? { source: headingSource(block, title), depth } : kept,
  };
}

/** The study or citation that a heading names for the list or table below it. */
const namedIn = memoized(({ text }: Block): Source | undefined =>
  mentionsIn(text).find(({ kind }) => kind === 'study' || kind === 'citation'),
);

const headings = new WeakMap<Block, Source>();

/** A heading as a source: the same object for the same block. */
function headingSource(block: Block, end: number): Source {
  return getOrInsert(headings, block, (): Source => ({ kind: 'study', span: { start: 0, end } }));
}

export function afterPassage(facts: PassageFacts, state: State, list: boolean): State {
  const last = facts.sentences.at(-1);
  const { passage } = facts;
  const continued =
    state.speaking !== undefined &&
    (passage.kind === 'quotation' || facts.startsQuoted || (list && state.speaking === 'announced'));
  const named = facts.speaker?.named ? ({ kind: 'speaker', span: facts.speaker.span } as const) : undefined;
  const speaker = named ?? (continued ? state.speaker : undefined);
  const speaks =
    facts.leavesOpen || passage.kind === 'quotation'
      ? 'open'
      : facts.leadsIn && (named || continued)
        ? 'announced'
        : undefined;
  const keepsLead = list || facts.bullet;
  return {
    inProposal: state.inProposal,
    paper: state.paper,
    survey: state.survey,
    study: latest(facts, state.study),
    speaker,
    speaking:
      speaker && continued && passage.kind === 'quotation' && facts.leadsIn
        ? 'announced'
        : speaker
          ? (speaks ?? (facts.hasQuotes ? 'open' : undefined))
          : undefined,
    leadSource: keepsLead ? state.leadSource : leadOf(facts, state),
    before: last,
    leads: facts.leadsIn,
  };
}

/** The last study in a passage, or else the one before, now one passage further back. */
function latest({ sentences }: PassageFacts, before: State['study']): State['study'] {
  for (let at = sentences.length - 1; at >= 0; at--) {
    const source = sentences[at]!.mentions.findLast(
      ({ kind, ofOpinion }: Mention) => kind === 'study' && !ofOpinion,
    );
    if (source) return { source, age: 0 };
  }
  return before && { source: before.source, age: before.age + 1 };
}

/** The source in a paragraph that introduces the list or table after it. */
function leadOf(facts: PassageFacts, state: State): Source | undefined {
  const last = facts.sentences.at(-1);
  if (!last) return undefined;
  const own = ownSource(last) ?? resumed(last, state);
  if (own) return own;
  if (!facts.leadsIn) return undefined;
  const before = facts.sentences.length === 1 ? state.before : facts.sentences.at(-2);
  return before && before.figures.length === 0 ? (before.mentions[0] ?? before.links[0]) : undefined;
}
