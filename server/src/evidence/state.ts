/** What the text before a block hands on to it: a speaker, a study, what leads in a list, what paper it is. */
import { lowerCase } from '../draft';
import type { Block } from '../draft/types';
import { keptFor } from '../kept-for';
import type { BlockFacts, PassageFacts, SentenceFacts } from './facts';
import { type Section, sectionOf } from './sections';
import { type Mention, mentionsIn } from './sources';
import type { Source } from './types';

/** What the text before a block hands on to it. */
export interface State {
  /** Who speaks, where speech goes on into this block. */
  readonly speaker: Source | undefined;
  /** Whether the block before left a quotation open, or announced one. */
  readonly speaking: 'open' | 'announced' | undefined;
  /** The source of what leads in the list, table or bullets that follow. */
  readonly leadSource: Source | undefined;
  /** The last sentence before, unless a heading stands between. */
  readonly before: SentenceFacts | undefined;
  /** Whether that sentence leads in what follows. */
  readonly leads: boolean;
  /** The study that was named last in this section, and how many passages ago. */
  readonly study: { readonly source: Source; readonly age: number } | undefined;
  /** What the section sets out: what the paper asks for and what that costs, or what is to be reached. */
  readonly section: Section | undefined;
  /** What the document is, as its title says. */
  readonly paper: Paper;
  /** The results of a survey that a heading announces, and how deep that heading stands. */
  readonly survey: { readonly source: Source; readonly depth: number } | undefined;
}

interface Paper {
  readonly minutes: boolean;
  /** The study whose findings the paper is there to tell, as its title or its opening says. */
  readonly findings: Source | undefined;
  /** How many passages stood before: what a paper is for is said in its first few. */
  readonly opening: number;
  /** How often these spoke of a study, and where the first did. */
  readonly studies: number;
  readonly study: Source | undefined;
}

/** How many passages are the opening of a paper. */
const OPENING = 4;

// The patterns are for text in lower case.

/** Titles of papers that tell what a study found. */
const TELLS_FINDINGS =
  /\b(?:research|study|survey|evaluation|analysis|poll|report|review)\s+(?:finds|found|shows|showed|reveals?|suggests?|confirms|warns|says)\b|\b(?:new|latest)\s+(?:research|study|survey|figures|statistics)\b|\binterim\s+evaluation\b|\bevaluation\s+(?:results|findings)\b|\bofficial\s+statistics\b|\bstatistical\s+(?:bulletin|release|report)\b|\bresearch\s+(?:and\s+analysis|report|findings|summary|briefing)\b|\b(?:findings|results)\s+(?:of|from)\s+(?:the|an?|our|its)\b|\bwhat\s+the\s+(?:research|evidence|figures|data)\s+(?:says?|shows?|tells?)\b/;
/** Openings that say so. */
const OPENS_FINDINGS =
  /\b(?:has|have)\s+(?:just\s+)?(?:published|issued|released|launched)\s+(?:its|their|a|the)\s+(?:[\w-]+\s+){0,3}?(?:reports?|research|survey|study|findings)\b|\b(?:new|major|independent|ground-?breaking)\s+(?:[\w-]+\s+){0,2}(?:research|study|survey|report|analysis|evaluation|figures|statistics|data)\s+(?:(?:published|released|launched|issued|unveiled|out|carried\s+out|commissioned|produced|conducted)\s+(?:[\w,-]+\s+){0,3})?(?:from|by|for)\b|\b(?:figures|statistics|results|findings|data|research)\s+(?:(?:which\s+were|were|was|just|have\s+been|newly)\s+)?(?:published|released|issued|unveiled)\s+(?:today|this|yesterday|last|on|by)\b|\bwas\s+commissioned\s+to\s+(?:find\s+out|evaluate|assess|measure|look|carry|study|research|examine|investigate|explore)\b|\b(?:the|this)\s+(?:report|evaluation|study|paper|bulletin|summary)\s+(?:draws\s+(?:on|together)|is\s+based\s+on|presents\s+the\s+(?:findings|results)|summarises\s+the\s+(?:findings|results))\b/;

/** Headings over the results of asking people: what stands below in percentages is what they answered. */
const SURVEY =
  /\bsurvey\s+(?:19|20)\d\d|\b(?:survey|questionnaire|consultation|poll)\b.{0,200}\b(?:results?|findings|responses|said|told\s+us|report|analysis)\b|\b(?:results?|findings|responses|analysis|report)\b.{0,200}\b(?:survey|questionnaire|consultation|poll)\b|\bwhat\s+(?:our\s+|the\s+|your\s+)?(?:you|people|customers|users|residents|they|children|parents|readers|visitors|members|borrowers)\s+(?:said|told\s+us|say|think|thought|tell\s+us)\b/;
const MINUTES = /\bminutes\b|\bnotes\s+of\s+(?:the|a|our)\s+(?:[\w'’-]+\s+){0,6}meeting\b/;
const OPENS_MINUTES = /^\W*minutes(?:\s+of\s|\W*$)|\s[–—-]\s+(?:draft\s+)?minutes\W*$|\(minute\s+\d+\)\W*$/;

export const START: State = {
  speaker: undefined,
  speaking: undefined,
  leadSource: undefined,
  before: undefined,
  leads: false,
  study: undefined,
  section: undefined,
  paper: { minutes: false, findings: undefined, opening: 0, studies: 0, study: undefined },
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
    a.section === b.section &&
    a.paper.minutes === b.paper.minutes &&
    a.paper.findings === b.paper.findings &&
    a.paper.opening === b.paper.opening &&
    a.paper.studies === b.paper.studies &&
    a.paper.study === b.paper.study &&
    a.survey?.source === b.survey?.source
  );
}

/** The source that a sentence gives itself. */
export function ownSource({ mentions, notes, links, opinion }: SentenceFacts): Source | undefined {
  return notes[0] ?? mentions.find((mention) => opinion || !mention.ofOpinion) ?? links[0];
}

/** How many passages a study stays in the reader's mind, to be taken up as "other results". */
const MEMORY = 6;

export function resumed(sentence: SentenceFacts, { study }: State): Source | undefined {
  return sentence.resumesStudy && study && study.age <= MEMORY ? study.source : undefined;
}

/** What a block hands on. */
export function after(block: Block, facts: BlockFacts, state: State): State {
  const { type } = block.node;
  if (block.node.type === 'heading') return afterHeading(block, block.node.depth, facts, state);
  if (type === 'html' || type === 'definition' || type === 'footnoteDefinition') return state;
  if (type === 'thematicBreak' || facts.passages.length === 0) {
    return { ...START, section: state.section, paper: state.paper, survey: state.survey };
  }
  const list = type === 'list' || type === 'table';
  let here = state;
  for (const passage of facts.passages) here = afterPassage(passage, here, list);
  return list ? { ...here, leads: false } : here;
}

/** Headings under which the study that was named before goes on. */
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
    section: depth > 1 ? sectionOf(lower) : undefined,
    paper: {
      ...state.paper,
      minutes,
      findings:
        state.paper.findings ??
        (depth === 1 && TELLS_FINDINGS.test(lower) ? headingSource(block, title) : undefined),
    },
    survey: SURVEY.test(lower) ? { source: headingSource(block, title), depth } : kept,
  };
}

/** The study or citation that a heading names for the list or table under it. */
const namedIn = keptFor(({ text }: Block): Source | undefined =>
  mentionsIn(text).find(({ kind }) => kind === 'study' || kind === 'citation'),
);

const headings = new WeakMap<Block, Source>();

/** A heading as a source: the same object for the same block. */
function headingSource(block: Block, end: number): Source {
  let source = headings.get(block);
  if (!source) {
    source = { kind: 'study', span: { start: 0, end } };
    headings.set(block, source);
  }
  return source;
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
    section: state.section,
    paper: paperAfter(facts, state.paper),
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

function paperAfter(facts: PassageFacts, paper: Paper): Paper {
  if (paper.opening >= OPENING) return paper;
  const { text } = facts.passage.prose;
  const spoken = spokenOf(facts);
  const studies = paper.studies + spoken.count;
  const study = paper.study ?? spoken.source;
  return {
    minutes: paper.minutes || OPENS_MINUTES.test(lowerCase(text)),
    findings: paper.findings ?? openedIn(facts) ?? (studies >= ABOUT_A_STUDY ? study : undefined),
    opening: paper.opening + 1,
    studies,
    study,
  };
}

/** How often the opening of a paper speaks of a study that it is about. */
const ABOUT_A_STUDY = 3;
const STUDY_WORD =
  /\b(?:surveys?|research|stud(?:y|ies)|evaluation|assessment|findings|statistics|poll|results|census|questionnaire)\b/g;

interface Spoken {
  readonly count: number;
  readonly source: Source | undefined;
}

/** How often a passage speaks of a study, and the first such word: the same object for the same passage. */
const spokenOf = keptFor((facts: PassageFacts): Spoken => {
  const words = [...lowerCase(facts.passage.prose.text).matchAll(STUDY_WORD)];
  const [first] = words;
  return {
    count: words.length,
    source: first && {
      kind: 'study',
      span: { start: first.index, end: first.index + first[0].length },
    },
  };
});

/** The sentence of a passage that says whose findings the paper tells: the same object for the same passage. */
const openedIn = keptFor(({ passage, sentences }: PassageFacts): Source | undefined => {
  const text = lowerCase(passage.prose.text);
  const found = sentences.find(({ span }) => OPENS_FINDINGS.test(text.slice(span.start, span.end)));
  return found && { kind: 'study', span: found.span };
});

/** The last study in a passage, or the one before, which is further back by now. */
function latest({ sentences }: PassageFacts, before: State['study']): State['study'] {
  for (let at = sentences.length - 1; at >= 0; at--) {
    const source = sentences[at]!.mentions.findLast(
      ({ kind, ofOpinion }: Mention) => kind === 'study' && !ofOpinion,
    );
    if (source) return { source, age: 0 };
  }
  return before && { source: before.source, age: before.age + 1 };
}

/** The source that a paragraph hands on to the list or table after it. */
function leadOf(facts: PassageFacts, state: State): Source | undefined {
  const last = facts.sentences.at(-1);
  if (!last) return undefined;
  const own = ownSource(last) ?? resumed(last, state);
  if (own) return own;
  if (!facts.leadsIn) return undefined;
  const before = facts.sentences.length === 1 ? state.before : facts.sentences.at(-2);
  return before && before.figures.length === 0 ? (before.mentions[0] ?? before.links[0]) : undefined;
}
