import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import {
  type Coverage,
  type CoveredPassage,
  type Reason,
  STATES,
  type TopicCoverage,
  type Why,
} from '../../coverage/types';
import {
  blockAt,
  type DirectiveName,
  type Draft,
  directivesOf,
  languagesOf,
  offsetAt,
  passagesOf,
  type Span,
} from '../../draft';
import { shifted } from '../../draft/span';
import type { Topic } from '../../framework/types';
import { plainRule } from '../../project';
import { heldBack, inWords, stateWords } from '../../report/labels';
import { ruleMeant } from '../../rules/lib/settings/aliases';
import { notJudged } from '../../text/languages';
import { listed } from '../../text/listed';
import { legible } from '../../text/plain-output';
import type { Client } from '../client/client';
import type { AnalysedDocument } from '../workspace/analyses';
import { toRange } from '../workspace/convert';

/** Topics that a hover names at most. */
const MOST_TOPICS = 3;

/** A topic, what a passage says on it, and which of the words that led there stand at a place. */
interface CountedAt {
  readonly on: TopicCoverage;
  readonly covered: CoveredPassage;
  readonly reasons: readonly Reason[];
}

export function topicsOf(coverage: Coverage): readonly TopicCoverage[] {
  return [...coverage.areas, ...coverage.offers, ...coverage.promises];
}

/** The words that count in the smallest passage around an offset and stand there, by topic: the strongest first. */
function countedAt(coverage: Coverage, offset: number): readonly CountedAt[] {
  let found: CountedAt[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  for (const on of topicsOf(coverage)) {
    for (const covered of on.passages) {
      const { start, end } = shifted(covered.passage.span, covered.placed.start);
      if (!isAt({ start, end }, offset) || end - start > smallest) continue;
      if (end - start < smallest) found = [];
      smallest = end - start;
      const reasons = covered.reasons.filter(({ why, span }) => SHOWN.has(why) && isAt(span, offset));
      if (reasons.length > 0) found.push({ on, covered, reasons });
    }
  }
  const rank = ({ covered }: CountedAt): number => STATES.indexOf(covered.state);
  return found.sort((a, b) => Number(b.on.asked) - Number(a.on.asked) || rank(b) - rank(a));
}

/** What is a few words in the passage itself: not a whole quotation, nor what stands elsewhere. */
const SHOWN: ReadonlySet<Why> = new Set([
  'cue',
  'beneficiary',
  'action',
  'outcome',
  'need',
  'figure',
  'source',
] satisfies Why[]);

/**
 * What the words at a position count for, in a few lines: nothing on the others, as the box would cover the lines above
 * wherever the pointer rests. And what would strengthen the passage.
 */
export function hoverAt(
  { isDraft, document, analysis }: AnalysedDocument,
  position: Position,
  { ownCommands }: Pick<Client, 'ownCommands'>,
): Hover | undefined {
  if (!isDraft || !analysis) return undefined;
  const offset = offsetAt(document.draft, position);
  const other = directiveAt(document.draft, offset) ?? foreignAt(document.draft, offset);
  if (other) return other;
  const counted = countedAt(analysis.coverage, offset);
  if (counted.length === 0) return undefined;
  const lines = counted.slice(0, MOST_TOPICS).map(describe);
  // Nobody asks a paper for what it is not held to and says by the way.
  const wanted = [...counted.filter(({ on }) => on.asked), counted[0]!];
  const advice = wanted.map(adviceOn).find((one) => one !== undefined);
  if (advice !== undefined) lines.push(advice);
  if (ownCommands) lines.push('The Coverage view has all on this.');
  return hover(lines.join('  \n'), document.draft, counted[0]!.reasons[0]!.span);
}

/** @param value Markdown. */
export function hover(value: string, draft: Draft, span: Span): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(draft, span) };
}

/** Whether an offset lies in a span or at its end. */
const isAt = ({ start, end }: Span, at: number): boolean => start <= at && at <= end;

/** The hover on an `advocacy-…` comment: that it is not printed, and what it does. */
function directiveAt(draft: Draft, offset: number): Hover | undefined {
  const placed = blockAt(draft, offset);
  const directive =
    placed && directivesOf(placed.block).find(({ span }) => isAt(span, offset - placed.start));
  if (!directive || directive.name === 'unknown') return undefined;
  const { name, values, span } = directive;
  const rules = values.map(({ text, words }) => {
    const rule = plainRule(ruleMeant(text));
    if (words === undefined || name !== 'disable-next-line') return rule;
    return `${rule} (only ${listed(words.map((one) => `“${one.text}”`))})`;
  });
  const what = rules.length === 0 ? 'anything' : rules.join('; ');
  const place = shifted(span, placed.start);
  return hover(escapeMarkdown(`This comment is not printed. ${MEANS[name](what)}`), draft, place);
}

const MEANS: Readonly<Record<DirectiveName, (what: string) => string>> = {
  'disable-next-line': (what) =>
    `In the paragraph, list or table below, and nowhere else, nothing is said of: ${what}.`,
  'disable-file': (what) => `In this paper, nothing is said of: ${what}.`,
  disable: (what) => `From here on, nothing is said of: ${what}.`,
  enable: (what) => `From here on, it is said again where there is: ${what}.`,
  covers: () => 'It says what the passage below argues, whatever was concluded on it.',
};

/** The hover on a passage that is not in English: that it is not judged. */
function foreignAt(draft: Draft, offset: number): Hover | undefined {
  const language = languagesOf(draft).at(offset);
  const placed = language === undefined ? undefined : blockAt(draft, offset);
  const isPassage = placed && passagesOf(placed.block).some(({ span }) => isAt(span, offset - placed.start));
  if (!placed || !isPassage) return undefined;
  const { whole } = languagesOf(draft);
  const place = { start: placed.start, end: placed.start + placed.block.text.length };
  return hover(escapeMarkdown(notJudged(language!, whole ? 'paper' : 'part')), draft, place);
}

/** “**Digital inclusion**: argued, not evidenced yet (what it is about: “digital skills”)” */
function describe({ on: { topic }, covered, reasons }: CountedAt): string {
  const words = inWords(reasons).map(({ meaning, words }) => `${meaning}: ${words.join(', ')}`);
  return `**${escapeMarkdown(topic.title)}**: ${stateWords(covered)} (${escapeMarkdown(words.join('; '))})`;
}

/** What would lift the passage on the topic, with all that it has already. */
function adviceOn({ on: { topic }, covered: { state, heldBackBy, reasons } }: CountedAt): string | undefined {
  if (heldBackBy) return heldBack(heldBackBy, topic.group);
  return adviceFor(state, new Set(reasons.map((reason) => reason.why)), topic);
}

/** What would raise a passage to the next state; undefined for the highest. */
function adviceFor(
  state: CoveredPassage['state'],
  has: ReadonlySet<Why>,
  { title, beneficiaries }: Topic,
): string | undefined {
  if (state === 'evidenced') return undefined;
  if (state === 'argued') {
    return has.has('figure')
      ? 'To give it evidence, name the source of the figure in a footnote, a link or the sentence.'
      : 'To give it evidence, add a figure with its source, or a quotation with a name and a role.';
  }
  const missing = [
    !has.has('beneficiary') && `who benefits (such as ${escapeMarkdown(beneficiaries)})`,
    !has.has('action') && 'what the library does',
    !has.has('outcome') && 'what changes for them',
  ].filter((part) => part !== false);
  return missing.length > 0
    ? `To argue ${escapeMarkdown(title)}, say ${listed(missing)}.`
    : `To argue ${escapeMarkdown(title)}, tie this together in one passage: who benefits, what the library does and what changes.`;
}

/**
 * What Markdown renderers turn into links even without brackets. A backslash does not prevent this everywhere, so a
 * word joiner (which is invisible) goes before the last character.
 */
const ADDRESSES = /:\/\/|www\.|@/gi;

/** Escapes text for Markdown, so that nothing in a draft or framework becomes a link or an image. */
export function escapeMarkdown(text: string): string {
  return legible(text)
    .replace(/[\\`*_{}[\]()<>#!|~&$]/g, '\\$&')
    .replace(ADDRESSES, (found) => `${found.slice(0, -1)}\u2060${found.slice(-1)}`);
}
