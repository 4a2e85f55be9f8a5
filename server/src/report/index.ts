/** Verdicts as plain data for output. Lines and columns count from 1, columns in UTF-16 code units. */
import type { Coverage, CoveredPassage, TopicCoverage } from '../coverage/types';
import { type Draft, headings, positionAt, type Span, shifted } from '../draft';
import { unfilledIn } from '../draft/unfilled';
import { nameAsListed } from '../framework/meant-kind';
import type { TopicGroup } from '../framework/types';
import type { Severity } from '../project/severity';
import type { CoverageReport, ReportedPassage, ReportedTopic } from '../protocol';
import { pageOf } from '../rules/lib/pages';
import type { RuleId } from '../rules/lib/rule';
import type { Finding, Fix } from '../rules/types';
import { least } from '../util/lists';

/** One finding of `check`. */
export interface FindingReport extends LineRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** In a Word document, the heading above it. */
  readonly heading?: string;
  /** Address of the page on the rule. */
  readonly url?: string;
  readonly fixes?: readonly FixReport[];
  /** Of what stands for findings that are not listed: their severities, with how many have each. It is none itself. */
  readonly unlisted?: Readonly<Partial<Record<Severity, number>>>;
}

/** A fix that an editor offers. */
interface FixReport {
  readonly title: string;
  /** Whether the fix leaves nothing to fill in. */
  readonly mends: boolean;
}

/** A finding as the formats of `check` print it. */
export function findingReport(draft: Draft, finding: Finding): FindingReport {
  const { rule, severity, message, fixes } = finding;
  return {
    rule,
    severity,
    message,
    ...lineRangeOf(draft, finding.span),
    url: pageOf(rule),
    ...(fixes.length > 0 && { fixes: fixes.map(fixReport) }),
  };
}

function fixReport({ title, edits }: Fix): FixReport {
  // Tested first, because most placeholders in fixes have this form.
  const isToFillIn = (text: string): boolean =>
    text.includes('[insert ') || unfilledIn(text).some(({ sure }) => sure);
  return { title, mends: !edits.some(({ text }) => isToFillIn(text)) };
}

/** The rule that sums up, and finds nothing wrong. Its fixes are what may be done next. */
const SUMMARY: RuleId = 'coverage-summary';

/** The rule whose fixes take out what nobody wrote, where an author would rather write it. */
const UNFILLED: RuleId = 'placeholder-unfilled';

/**
 * Whether a click in an editor mends what a finding is about: by the first of its fixes. Where that asks for a source,
 * those after it only offer what may be the source.
 */
export function isMendedByFix({ rule, fixes }: Pick<FindingReport, 'rule' | 'fixes'>): boolean {
  return rule !== SUMMARY && rule !== UNFILLED && fixes?.[0]?.mends === true;
}

interface LineRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The lines and columns of a span in the draft. */
export function lineRangeOf(draft: Draft, span: Span): LineRange {
  const start = positionAt(draft, span.start);
  const end = positionAt(draft, span.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The title of a draft: its front matter's, else its first heading of the highest level, else none (""). */
export function titleOf(draft: Draft): string {
  const { title } = draft.frontMatter.data;
  if (title?.trim()) return title.trim();
  const all = headings(draft);
  const highest = least(all.map(({ depth }) => depth));
  return all.find(({ depth }) => depth === highest)?.text ?? '';
}

/** A passage with its words, for reports that people read. */
export interface DescribedPassage extends ReportedPassage {
  /** Without markup. */
  readonly text: string;
}

/** A topic with advice for the author. */
export interface DescribedTopic extends Omit<ReportedTopic, 'passages'> {
  readonly group: TopicGroup;
  /** What a passage must argue, in a sentence. */
  readonly argue: string;
  readonly beneficiaries: string;
  /** Id of the snippet that argues the topic. */
  readonly snippet: string;
  readonly passages: readonly DescribedPassage[];
}

/** The coverage of one draft as plain data, with everything that a report can show. */
export interface CoverageDescription {
  readonly file: string;
  readonly kind: { readonly id: string; readonly title: string; readonly unknown?: true };
  /** Tag of its language if that is not English, so that nothing is judged. */
  readonly language?: string;
  /** The kind in the front matter, if it is unknown or written differently; `kind` is used instead. */
  readonly saidKind?: string;
  /** "" if the draft has none. */
  readonly title: string;
  /** Areas, offers, promises, each in the framework's order. */
  readonly topics: readonly DescribedTopic[];
  /** The most likely kind of a draft without one, if that is clear and differs from `kind`. */
  readonly likely?: { readonly id: string; readonly called: string };
}

/** @param file the name of the draft in the report */
export function describeCoverage(draft: Draft, coverage: Coverage, file: string): CoverageDescription {
  const { kind, language, areas, offers, promises } = coverage;
  const written = draft.frontMatter.data.kind;
  return {
    file,
    kind: { id: kind.id, title: kind.title, ...(kind.unknown && { unknown: kind.unknown }) },
    ...(written && (kind.unknown || nameAsListed(kind, written) === undefined) && { saidKind: written }),
    title: titleOf(draft),
    ...(language !== undefined && { language }),
    topics: [...areas, ...offers, ...promises].map((topic) => describeTopic(draft, topic)),
  };
}

function describeTopic(draft: Draft, { topic, state, asked, passages }: TopicCoverage): DescribedTopic {
  const { id, group, title, argue, beneficiaries, snippet } = topic;
  return {
    id,
    group,
    title,
    state,
    asked,
    argue,
    beneficiaries,
    snippet,
    passages: passages.map((passage) => describePassage(draft, passage)),
  };
}

function describePassage(
  draft: Draft,
  { placed, passage, state, heldBackBy, reasons }: CoveredPassage,
): DescribedPassage {
  const place = lineRangeOf(draft, shifted(passage.span, placed.start));
  return {
    line: place.line,
    // A passage that includes its line end still ends on that line.
    endLine: place.endColumn === 1 ? Math.max(place.line, place.endLine - 1) : place.endLine,
    state,
    ...(heldBackBy && { heldBackBy }),
    text: passage.prose.text.trim(),
    reasons: reasons.map(({ text, why, span }) => ({ text, why, ...lineRangeOf(draft, span) })),
  };
}

/** The object of `coverage --format json` and of the request `advocacy/coverage`. */
export function coverageReport(draft: Draft, coverage: Coverage, file: string): CoverageReport {
  return reportOf(describeCoverage(draft, coverage, file));
}

/** A description without the fields that only people read. */
export function reportOf({ file, kind, title, language, topics }: CoverageDescription): CoverageReport {
  const plain = (area: boolean): ReportedTopic[] =>
    topics
      .filter(({ group }) => (group === 'area') === area)
      .map(({ id, group, title, state, asked, passages }) => ({
        id,
        title,
        state,
        asked,
        ...(group === 'promise' ? { promise: true as const } : {}),
        passages: passages.map(({ line, endLine, heading, state, heldBackBy, reasons }) => ({
          line,
          endLine,
          ...(heading !== undefined && { heading }),
          state,
          ...(heldBackBy && { heldBackBy }),
          reasons,
        })),
      }));
  return {
    file,
    kind: kind.id,
    title,
    ...(language !== undefined && { language }),
    areas: plain(true),
    offers: plain(false),
  };
}
