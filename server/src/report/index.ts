/** Verdicts as plain data, for people and programs outside: lines and columns from 1, columns in UTF-16 code units. */
import type { Coverage, CoveredPassage, TopicCoverage } from '../coverage/types';
import { headings, positionAt } from '../draft';
import { shifted } from '../draft/span';
import type { Draft, Span } from '../draft/types';
import { unfilledIn } from '../draft/unfilled';
import { nameAsListed } from '../framework/meant-kind';
import type { TopicGroup } from '../framework/types';
import { least } from '../lists';
import type { CoverageReport, ReportedPassage, ReportedTopic } from '../protocol';
import { pageOf } from '../rules/lib/pages';
import type { Finding, Fix } from '../rules/types';
import type { Severity } from '../severity';

/** One finding of `check`. */
export interface FindingReport extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Of a Word document: the heading above it. */
  readonly heading?: string;
  /** The rule's page. */
  readonly url?: string;
  readonly fixes?: readonly FixReport[];
}

/** A fix that an editor offers. */
interface FixReport {
  readonly title: string;
  /** Whether nothing is left to fill in after it. */
  readonly mends: boolean;
}

/** A finding as the formats of `check` print it. */
export function findingReport(draft: Draft, finding: Finding): FindingReport {
  const { rule, severity, message, fixes } = finding;
  return {
    rule,
    severity,
    message,
    ...placeOf(draft, finding.span),
    url: pageOf(rule),
    ...(fixes.length > 0 && { fixes: fixes.map(fixReport) }),
  };
}

function fixReport({ title, edits }: Fix): FixReport {
  // Most of ours have the first.
  const isToFillIn = (text: string): boolean =>
    text.includes('[insert ') || unfilledIn(text).some(({ sure }) => sure);
  return { title, mends: !edits.some(({ text }) => isToFillIn(text)) };
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a stretch of the draft stands. */
export function placeOf(draft: Draft, span: Span): Place {
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
  readonly heldBackBy?: CoveredPassage['heldBackBy'];
}

/** A topic with what its author should know. */
export interface DescribedTopic extends Omit<ReportedTopic, 'passages'> {
  readonly group: TopicGroup;
  /** What a passage must argue, in a sentence. */
  readonly argue: string;
  readonly beneficiaries: string;
  /** Id of the snippet that argues it. */
  readonly snippet: string;
  readonly passages: readonly DescribedPassage[];
}

/** The coverage of one draft as plain data, with everything that a report can show. */
export interface CoverageDescription {
  readonly file: string;
  readonly kind: { readonly id: string; readonly title: string; readonly unknown?: true };
  /** Tag of its language, where that is not English, and nothing in it is judged. */
  readonly language?: string;
  /** A kind that the draft names and that there is not; it is held to `kind` instead. */
  readonly saidKind?: string;
  /** "" where the draft has none. */
  readonly title: string;
  /** Areas, offers, promises, each in the framework's order. */
  readonly topics: readonly DescribedTopic[];
  /** What a draft that says no kind most likely is, where that is clear and not what it is held to. */
  readonly likely?: { readonly id: string; readonly called: string };
}

/** @param file what the draft is called in the report */
export function describeCoverage(draft: Draft, coverage: Coverage, file: string): CoverageDescription {
  const { kind, language, areas, offers, promises } = coverage;
  const said = draft.frontMatter.data.kind;
  return {
    file,
    kind: { id: kind.id, title: kind.title, ...(kind.unknown && { unknown: kind.unknown }) },
    ...(said && (kind.unknown || nameAsListed(kind, said) === undefined) && { saidKind: said }),
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
  const place = placeOf(draft, shifted(passage.span, placed.start));
  return {
    line: place.line,
    // A passage that ends with its line end ends on that line.
    endLine: place.endColumn === 1 ? Math.max(place.line, place.endLine - 1) : place.endLine,
    state,
    ...(heldBackBy && { heldBackBy }),
    text: passage.prose.text.trim(),
    reasons: reasons.map(({ text, why, span }) => ({ text, why, ...placeOf(draft, span) })),
  };
}

/** The object of `coverage --format json` and of the request `advocacy/coverage`. */
export function coverageReport(draft: Draft, coverage: Coverage, file: string): CoverageReport {
  return reportOf(describeCoverage(draft, coverage, file));
}

/** A description without what only people read. */
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
        passages: passages.map(({ line, endLine, heading, state, reasons }) => ({
          line,
          endLine,
          ...(heading !== undefined && { heading }),
          state,
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
