import { explainPassage as explain, type PassageDerivation, type TopicDerivation } from '../../coverage';
import { type Draft, parseDraft, passagesOf, positionAt } from '../../draft';
import type { DescribedPassage, DescribedTopic } from '../../report';
import { excerpt, linesOf, SIGNS } from '../../report/advice';
import { inPlainWords } from '../../report/explanation';
import { inWords, outweighed } from '../../report/labels';
import { harmless } from '../../text/plain-output';
import { UsageError } from '../arguments';
import { type CommandIo, CommandRun } from '../command-run';
import { type Style, wrap } from '../terminal';
import { verdictOn } from '../verdict';
import { derivation } from './derivation';

/** `advocacy explain --passage FILE:LINE`: what a passage argues, and the words that led there. */
export async function explainPassage(place: string, io: CommandIo): Promise<number> {
  const found = /^(.+):(\d{1,9})$/s.exec(place);
  if (!found) throw new UsageError(`--passage is a file and a line, such as paper.md:12, not “${place}”.`);
  const [, file, digits] = found as unknown as [string, string, string];
  const line = Number(digits);
  const run = new CommandRun(io);
  for await (const opened of run.drafts([file], 'Reading')) {
    const description = verdictOn(opened.text, opened.project, opened.input.shown, { what: 'coverage' });
    if ('problem' in description) {
      run.complain(opened.input.shown, description.problem);
      continue;
    }
    const hits = description.topics.flatMap((topic) =>
      topic.passages
        .filter((passage) => passage.line <= line && line <= passage.endLine)
        .map((passage) => ({ topic, passage })),
    );
    const draft = parseDraft(opened.text);
    const shown = harmless(opened.input.shown);
    const derived = explain(draft, opened.project, line - 1);
    if (!derived) {
      const last = positionAt(draft, draft.text.length).line + 1;
      if (line < 1 || line > last) {
        throw new UsageError(
          `${shown} has ${last} ${last === 1 ? 'line' : 'lines'}, and none is line ${line}.`,
        );
      }
      await run.print(`${nothingOn(draft, line, shown)}\n`);
      continue;
    }
    const isOwn = (id: string): boolean => hits.some(({ topic }) => topic.id === id);
    const how = derivation(derived, isOwn, run.style);
    const passage = hits[0]?.passage ?? passageOn(draft, derived, line);
    const quote = wrap(`“${harmless(excerpt(passage.text, 400))}”`, run.style.width, 0);
    await run.print(`${run.style.dim(`${shown}, ${linesOf([passage])}`)}\n${quote}\n`);
    if (hits.length === 0) {
      const near = derived.declared || derived.gate === 'closed' ? '' : nearest(derived);
      const says = `It argues no area and no offer.${harmless(near)}`;
      await run.print(`\n${wrap(says, run.style.width, 0)}\n${how}`);
      continue;
    }
    const plain = inPlainWords(
      hits.map(({ topic, passage: { state, heldBackBy, reasons } }) => ({
        title: topic.title,
        group: topic.group,
        state,
        heldBackBy,
        reasons,
        says: derived.cues.map((cue) => cue.class),
        ...judgedBy(derived, topic.id),
      })),
    );
    await run.print(`\n${wrap(harmless(plain), run.style.width, 0)}\n`);
    for (const hit of hits) await run.print(`\n${explanation(hit.topic, hit.passage, run.style)}`);
    await run.print(how);
  }
  return run.troubled ? 2 : 0;
}

function judgedBy({ topics }: PassageDerivation, id: string): Pick<TopicDerivation, 'model' | 'cues'> {
  const { model, cues } = topics.find(({ topic }) => topic.id === id) ?? {};
  return { ...(model && { model }), ...(cues && { cues }) };
}

/** The lines and the words of the passage on a line. */
function passageOn(
  draft: Draft,
  { placed, passages }: PassageDerivation,
  line: number,
): { readonly line: number; readonly endLine: number; readonly text: string } {
  const places = passages.map(({ span, prose }) => ({
    line: positionAt(draft, placed.start + span.start).line + 1,
    // One that ends with its line end ends on that line.
    endLine: positionAt(draft, placed.start + Math.max(span.start, span.end - 1)).line + 1,
    text: prose.text.trim(),
  }));
  return places.find((place) => place.line <= line && line <= place.endLine) ?? places[0]!;
}

/** A topic whose probability is a smaller share of its threshold is not near. */
const NEAR = 0.3;

/** How near a passage without a topic comes to one, and what would help. */
function nearest({ topics }: PassageDerivation): string {
  const beside = topics.filter(({ state }) => state !== 'missing').map(({ topic }) => topic.title);
  if (beside.length > 0)
    return ` The short items beside it, with which it is judged together, are on ${beside.join(', ')}.`;
  const [first] = topics
    .filter(({ model, probability, threshold }) => model !== undefined && probability <= threshold)
    .sort((a, b) => b.probability / b.threshold - a.probability / a.threshold);
  if (first === undefined || first.probability < NEAR * first.threshold)
    return ' Nothing in it comes near one.';
  const { topic, probability, threshold } = first;
  return ` It comes nearest to ${topic.title}, with a probability of ${percent(probability)}, where more than ${percent(threshold)} is needed. ${topic.argue}`;
}

/** A probability in per cent; “over 99%” and “under 1%” at the ends. */
function percent(p: number): string {
  if (p > 0.99) return 'over 99%';
  return p < 0.01 ? 'under 1%' : `${Math.round(p * 100)}%`;
}

/** Where a line is no passage: a blank one, a heading, a comment, or none at all. */
function nothingOn(draft: Draft, line: number, shown: string): string {
  const next = firstPassageAfter(draft, line);
  const then = next === undefined ? 'there is none after it' : `the next one begins on line ${next}`;
  return `${shown}:${line} is no passage of the text (a blank line, a heading, front matter or a comment); ${then}.`;
}

/** The line (from 1) on which the first passage after a line begins; footnotes are judged with what they belong to. */
function firstPassageAfter(draft: Draft, line: number): number | undefined {
  for (const { block, start } of draft.blocks) {
    for (const { span, inFootnote } of passagesOf(block)) {
      const first = positionAt(draft, start + span.start).line + 1;
      if (!inFootnote && first > line) return first;
    }
  }
  return undefined;
}

function explanation(topic: DescribedTopic, passage: DescribedPassage, style: Style): string {
  const { state, reasons } = passage;
  const lines = [`${style.bold(harmless(topic.title))}: ${SIGNS[state]} ${state}`];
  for (const { meaning, words } of inWords(reasons))
    lines.push(`  ${meaning.padEnd(24)}  ${wrap(words.map(harmless).join(', '), style.width, 28)}`);
  lines.push(`  ${style.dim('→')} ${wrap(harmless(nextFor(passage, topic)), style.width, 4)}`);
  return `${lines.join('\n')}\n`;
}

function nextFor({ state, heldBackBy }: DescribedPassage, { id, group, argue }: DescribedTopic): string {
  const key = group === 'area' ? 'areas' : 'offers';
  if (heldBackBy === 'paper')
    return `${outweighed(group)} If the paper is to argue it, name it among the details at its top (“${key}: [${id}]”): then it counts.`;
  if (state === 'mentioned') return `It names the topic and makes no case yet. ${argue}`;
  if (heldBackBy === 'source')
    return 'It makes the case, and nobody can look its source up yet. Name the publication and its year, or give a link.';
  if (state === 'argued')
    return 'It makes the case. A figure with its source, or somebody’s own words, would prove it.';
  return 'It makes the case and proves it.';
}
