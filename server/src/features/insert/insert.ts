import type { Position, Range } from 'vscode-languageserver';
import { genreIn } from '../../coverage/held-to';
import type { Coverage } from '../../coverage/types';
import { rangesIn } from '../../data-files/ranges';
import { type Change, type Draft, editDraft, lineEndOf, offsetAt, withChanges } from '../../draft';
import { evidenceOf, type Fact, factText } from '../../evidence';
import { plainName } from '../../framework/plain-name';
import type { DocumentKind, Framework, Part, Topic } from '../../framework/types';
import { withLaw } from '../../nations';
import type { Project } from '../../project/types';
import type { Insertable, InsertResult } from '../../protocol';
import { endOfText } from '../../rules/lib/blocks/insert-block';
import { footnoteLabels, insertBlocks } from '../../rules/lib/footnotes/append';
import { noteOfFact } from '../../rules/lib/footnotes/fact-notes';
import { nationOf } from '../../rules/lib/nation';
import { letterBody } from '../../rules/lib/parts/letter';
import {
  insertArgument,
  insertPart,
  placeOfArgument,
  standsAmongArguments,
} from '../../rules/lib/parts/placement';
import { presentParts, sectionDepthAt } from '../../rules/lib/parts/present';
import { arguedIn, holdFix } from '../../rules/lib/topics';
import { kindChange } from '../../skeleton/kind-change';
import { asSection, endBeforeNotes, plainText, snippet, withoutHeading } from '../../snippets';
import { withAbout, withDeciders } from '../../snippets/about';
import { notJudged } from '../../text/languages';
import type { ApplyEdit, Client } from '../client/client';
import { Refusal } from '../client/refusal';
import { topicsOf } from '../coverage/hover';
import type { AnalysedDocument } from '../workspace/analyses';
import { toRange, toWorkspaceEdit } from '../workspace/convert';
import { fillSentenceAt, insertSentenceAt, insertTextAt, isAboveText } from './placement';

/**
 * The changes that insert something into a draft.
 *
 * @param at an offset in the draft; undefined for where it belongs
 * @throws Refusal where there is nothing of this name to insert, or no place for it
 */
function insertion(
  { document, project, analysis }: AnalysedDocument,
  at: number | undefined,
  what: Insertable,
): readonly Change[] {
  const { draft } = document;
  const { framework } = project;
  const [, group, id] = /^(area|offer|section|kind|evidence|hold):(.+)$/.exec(what) ?? [];
  if (group === 'kind') {
    if (!framework.kind(id!)) throw new Refusal(`There is no type of paper “${id}”.`);
    return [kindChange(draft.text, id!)];
  }
  if (group === 'evidence') {
    const fact = factNamed(project, id!);
    const text = evidence(draft, fact);
    if (at === undefined || isAboveText(draft, at))
      return insertFact(draft, analysis?.coverage, fact.topics, text);
    return (
      fillSentenceAt(draft, at, text) ?? insertSentenceAt(draft, at, text) ?? insertTextAt(draft, at, text)
    );
  }
  if (!analysis) throw new Refusal('The draft could not be read; the log has more.');
  const { kind } = analysis.coverage;
  if (group === 'hold') return hold(draft, analysis.coverage, id!);
  if (group === 'section') {
    const part = partNamed(kind, id!);
    if (!part) {
      const ids = kind.parts.map((candidate) => candidate.id).join(', ');
      throw new Refusal(`A ${kind.title.toLowerCase()} has no part “${id}”. It has ${ids}.`);
    }
    if (at === undefined) return insertPart(draft, kind, part);
    const body = plainText(snippet(part.snippet)?.body ?? '[insert text]', footnoteLabels(draft));
    const present = presentParts(draft, kind);
    const next = draft.blocks.findIndex(({ start }) => start >= at);
    const behind = next < 0 ? draft.blocks.length : next;
    const plain = part.sign === 'line' || letterBody(draft, kind, present) !== undefined;
    return insertTextAt(
      draft,
      at,
      plain ? withoutHeading(body) : asSection(body, part.title, sectionDepthAt(draft, present, behind)),
    );
  }
  const topic = topicNamed(framework, what);
  if (group && !topic) throw new Refusal(`There is no area or offer “${id}”.`);
  if (topic && at === undefined)
    return insertArgument(draft, kind, topic, { argued: arguedIn(analysis.coverage) });
  const found = snippet(topic?.snippet ?? what);
  if (!found) throw new Refusal(`There is no snippet “${what}”.`);
  const text = plainText(found.body, footnoteLabels(draft));
  if (found.id === 'front-matter') {
    if (draft.frontMatter.span) throw new Refusal('The draft has its details at the top already.');
    const gap = draft.text.trim() === '' ? '' : lineEndOf(draft);
    const end = lineEndOf(draft);
    return [{ span: { start: 0, end: 0 }, text: text.replaceAll('\n', end) + end + gap }];
  }
  if (at !== undefined) return insertTextAt(draft, at, text);
  const part = kind.parts.find((candidate) => candidate.snippet === found.id);
  return part ? insertPart(draft, kind, part) : insertBlocks(draft, endOfText(draft), text);
}

/** The topic whose argument is to be inserted. */
function topicNamed(framework: Framework, what: Insertable): Topic | undefined {
  const id = /^(?:area|offer):(.+)$/.exec(what)?.[1];
  return framework.topic(id ?? snippet(what)?.topic ?? '');
}

/** A part of a kind of document, by its id or by a heading that it may have. */
function partNamed({ parts }: DocumentKind, said: string): Part | undefined {
  const name = plainName(said);
  return (
    parts.find(({ id }) => id === said) ??
    parts.find(({ title, aliases }) => [title, ...aliases].some((one) => plainName(one) === name))
  );
}

/**
 * The change that holds the paper to a topic whose argument is inserted. Otherwise the paper as a whole would decide,
 * and the argument might count for nothing once it is filled in.
 */
function promised(
  { document: { draft }, project, analysis }: AnalysedDocument,
  topic: Topic | undefined,
): readonly Change[] {
  if (!analysis || !topic || genreIn(draft, project)(topic) !== 'paper') return [];
  const found = topicsOf(analysis.coverage).filter((one) => one.topic.id === topic.id);
  return holdFix(draft, analysis.coverage, found)?.edits ?? [];
}

/** The change that holds the paper to a topic, in its front matter. */
function hold(draft: Draft, coverage: Coverage, id: string): readonly Change[] {
  const { language } = coverage;
  if (language !== undefined) throw new Refusal(notJudged(language));
  const found = topicsOf(coverage).find(({ topic }) => topic.id === id);
  if (!found) throw new Refusal(`There is no area or offer “${id}”.`);
  if (found.asked) throw new Refusal(`This paper is held to ${found.topic.title} already.`);
  const fix = holdFix(draft, coverage, [found]);
  if (!fix) {
    throw new Refusal(
      'The details at the top must be mended first: write one key with its value on each line, between two lines of three hyphens (---).',
    );
  }
  return fix.edits;
}

function factNamed(project: Project, id: string): Fact {
  const fact = evidenceOf(project).facts.find((candidate) => candidate.id === id);
  if (!fact) throw new Refusal(`There is no evidence “${id}”.`);
  return fact;
}

/** A fact with its footnote. Where the draft already has the same footnote, that is cited again. */
function evidence(draft: Draft, fact: Fact): string {
  const { label, note } = noteOfFact(draft, fact);
  const { sentence } = factText(fact, label);
  return note === undefined ? sentence : `${sentence}\n\n${note}`;
}

/**
 * Inserts a fact where it belongs: into the first paragraph that argues what it supports, one without a source before
 * the others; or else where an argument would go.
 *
 * @param topics ids of what it supports
 */
function insertFact(
  draft: Draft,
  coverage: Coverage | undefined,
  topics: readonly string[],
  text: string,
): readonly Change[] {
  if (coverage === undefined) return insertBlocks(draft, endOfText(draft), text);
  const passages = topics
    .flatMap((id) => topicsOf(coverage).find(({ topic }) => topic.id === id)?.passages ?? [])
    .filter(({ placed }) => standsAmongArguments(draft, draft.blocks.indexOf(placed)));
  for (const wanted of ['argued', 'evidenced'])
    for (const { placed, passage, state } of passages) {
      if (state !== wanted || passage.kind !== 'paragraph') continue;
      const changes = insertSentenceAt(draft, placed.start + passage.span.end, text);
      if (changes !== undefined) return changes;
    }
  return insertBlocks(draft, placeOfArgument(draft, coverage.kind, arguedIn(coverage)), text);
}

/** Inserts something through the client, and returns where to go on writing. */
export async function insert(
  judged: AnalysedDocument,
  position: Position | undefined,
  what: Insertable,
  client: Pick<Client, 'appliesEdits' | 'versionedEdits'>,
  apply: ApplyEdit,
): Promise<InsertResult> {
  if (!client.appliesEdits) throw new Refusal('This editor does not take changes from a language server.');
  const { document } = judged;
  const { draft } = document;
  const { about } = judged.project.configuration;
  const topic = position ? undefined : topicNamed(judged.project.framework, what);
  const held = promised(judged, topic);
  const inserted = insertion(judged, position && offsetAt(draft, position), what);
  const here = (text: string): string =>
    withDeciders(withLaw(text, nationOf(draft, about)), draft.frontMatter.data.organisation);
  const changes = [...held, ...inserted].map((change) => ({
    ...change,
    text: withAbout(here(change.text), about),
  }));
  const selection = placeholderAfter(draft, changes) ?? behind(draft, changes[0]!);
  const applied = await apply('Insert', toWorkspaceEdit(document, changes, client));
  return { applied, selection, ...(topic && held.length > 0 && { held: topic.title }) };
}

/** Where the first `[insert …]` of some changes will be after they are made; undefined where they have none. */
export function placeholderAfter(draft: Draft, changes: readonly Change[]): Range | undefined {
  const change = changes.find(({ text }) => placeholderIn(text) !== undefined);
  const found = change && placeholderIn(change.text);
  if (!found) return undefined;
  const { start } = change.span;
  const own = changes.indexOf(change);
  const above = changes.filter(
    ({ span }, index) => span.start < start || (span.start === start && index < own),
  );
  const moved = above.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), start);
  return rangesIn(withChanges(draft.text, changes))(moved + found.index, found[0].length);
}

/** The first `[insert …]` of a text that ends on its line. */
function placeholderIn(text: string): RegExpExecArray | undefined {
  return [...text.matchAll(/\[insert [^\]\r\n]*\]?/g)].find(([words]) => words.endsWith(']'));
}

/** The position after an insertion, without line ends and footnotes below it. */
function behind(draft: Draft, change: Change): Range {
  const { span, text } = change;
  const end = span.start + endBeforeNotes(text);
  return toRange(editDraft(draft, change), { start: end, end });
}
