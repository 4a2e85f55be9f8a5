/** What a draft argues, only mentions and never touches, and the words that led there. */
import { passagesOf } from '../draft';
import type { Draft, Passage, PlacedBlock, Span } from '../draft/types';
import type { Topic } from '../framework/types';
import type { Project } from '../project/types';
import { isAsked, kindOf } from './held-to';
import {
  type Coverage,
  type CoveredPassage,
  type Reason,
  STATES,
  type State,
  type TopicCoverage,
  type Why,
} from './types';

// A first reading by a handful of words; the judgement proper takes its place.
const CUES: Readonly<Record<string, RegExp>> = {
  economic:
    /\b(job seekers?|jobseekers?|job clubs?|CVs?|entrepreneurs?|start-?ups?|unemployed|small businesses|Business (?:&|and) IP Centre)\b/g,
  education: /\b(homework|pupils|SEND|dyslexi[ac]|Key Stage|attainment|schools?|literacy skills)\b/g,
  isolation: /\b(lonel(?:y|iness)|isolated|isolation|housebound|befriend(?:ing|ers?)|company)\b/gi,
  digital:
    /\b(digital(?:ly)? (?:inclusion|exclusion|excluded|skills|divide)|get(?:ting)? online|go online|wi-?fi|broadband|internet)\b/gi,
  cultural: /\b(artists?|arts organisations?|theatre compan(?:y|ies)|musicians|gallery)\b/gi,
  reading: /\b(reading|readers?|books?|rhyme ?times?)\b/gi,
  'information-digital': /\b(information|digital skills|computers?|online|wi-?fi)\b/gi,
  'culture-creativity': /\b(exhibitions?|concerts?|theatre|craft|music|creative|artists?)\b/gi,
  'health-wellbeing': /\b(wellbeing|mental health|lonel(?:y|iness)|health|dementia)\b/gi,
  'childrens-promise': /\b(children|young people)\b/gi,
  'vision-print-impaired-promise':
    /\b(blind|partially sighted|visually impaired|print impaired|large print)\b/gi,
};
const ACTION =
  /\b(help(?:s|ed|ing)?|support(?:s|ed|ing)?|lend(?:s|ing)?|teach(?:es|ing)?|train(?:s|ed|ing)?|offer(?:s|ed|ing)?|provid(?:es|ed|ing)|gives?|gave|learn(?:s|ed|t|ing)?|found|improved?|gain(?:s|ed)?|can now|able to)\b/gi;

/** Judges a draft against the project's framework. `kind` is what to take it for when its front matter names none. */
export function cover(draft: Draft, project: Project, options: { readonly kind?: string } = {}): Coverage {
  const { framework } = project;
  const kind = kindOf(draft, framework, options.kind);
  const found = new Map<Topic, CoveredPassage[]>(framework.topics.map((topic) => [topic, []]));
  let declared: ReadonlySet<string> | undefined;
  for (const placed of draft.blocks) {
    const directive = coversDirective(placed);
    if (directive) {
      declared = directive;
      continue;
    }
    for (const passage of passagesOf(placed.block)) {
      for (const topic of framework.topics) {
        const reading = declared ? author(topic, passage, placed, declared) : read(topic, passage, placed);
        if (reading) found.get(topic)?.push(reading);
      }
    }
    declared = undefined;
  }
  const gather = (group: Topic['group']): TopicCoverage[] =>
    framework.topics
      .filter((topic) => topic.group === group)
      .map((topic) => {
        const passages = found.get(topic) ?? [];
        const state = passages.reduce<State>(
          (s, p) => (STATES.indexOf(p.state) > STATES.indexOf(s) ? p.state : s),
          'missing',
        );
        return { topic, state, asked: isAsked(draft, kind, topic), passages };
      });
  return { kind, areas: gather('area'), offers: gather('offer'), promises: gather('promise') };
}

function coversDirective({ block }: PlacedBlock): ReadonlySet<string> | undefined {
  if (block.node.type !== 'html') return undefined;
  const match = /^\s*<!--\s*advocacy-covers\s([^>]*?)-->\s*$/.exec(block.text);
  return match ? new Set(match[1]!.split(/[\s,]+/).filter(Boolean)) : undefined;
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function author(
  topic: Topic,
  passage: Passage,
  placed: PlacedBlock,
  declared: ReadonlySet<string>,
): CoveredPassage | undefined {
  if (!declared.has(topic.id)) return undefined;
  const reason: Reason = { why: 'author', text: passage.prose.text, span: shift(passage.span, placed.start) };
  return { placed, passage, state: 'argued', reasons: [reason] };
}

function read(topic: Topic, passage: Passage, placed: PlacedBlock): CoveredPassage | undefined {
  const cue = CUES[topic.judgedAs ?? ''];
  if (!cue || passage.inFootnote) return undefined;
  const { text } = passage.prose;
  const reasons: Reason[] = [];
  const collect = (pattern: RegExp, why: Why) => {
    for (const match of text.matchAll(pattern)) {
      const span = passage.prose.toSource(match.index, match.index + match[0].length);
      reasons.push({ why, text: match[0], span: shift(span, placed.start) });
    }
  };
  collect(cue, 'cue');
  if (reasons.length === 0) return undefined;
  const words = text.split(/\s+/).length;
  collect(ACTION, 'action');
  const argued = words >= 12 && reasons.some((r) => r.why === 'action');
  if (argued && passage.footnotes.length + passage.links.length > 0) collect(/\d[\d,.]*%?/g, 'figure');
  const state = reasons.some((r) => r.why === 'figure') ? 'evidenced' : argued ? 'argued' : 'mentioned';
  return { placed, passage, state, reasons };
}
