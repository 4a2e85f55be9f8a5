import { explainPassage as explain, type PassageDerivation, type TopicDerivation } from '../../coverage';
import type { State } from '../../coverage/types';
import { parseDraft, passagesOf, positionAt } from '../../draft';
import type { Draft } from '../../draft/types';
import type { DescribedPassage, DescribedTopic } from '../../report';
import { excerpt, linesOf, SIGNS } from '../../report/advice';
import { inPlainWords } from '../../report/plainly';
import { inWords } from '../../report/words';
import { UsageError } from '../arguments';
import { judge } from '../judge';
import { Session, type Surroundings } from '../session';
import { harmless, type Style, wrap } from '../terminal';
import { derivation } from './derivation';

/** `advocacy explain --passage FILE:LINE`: what a passage argues, and the words that led there. */
export async function explainPassage(place: string, surroundings: Surroundings): Promise<number> {
  const found = /^(.+):(\d{1,9})$/s.exec(place);
  if (!found) throw new UsageError(`--passage is a file and a line, such as paper.md:12, not “${place}”.`);
  const [, file, digits] = found as unknown as [string, string, string];
  const line = Number(digits);
  const session = new Session(surroundings);
  for await (const opened of session.drafts([file], 'Reading')) {
    const description = judge(opened.text, opened.project, opened.input.shown, { what: 'coverage' });
    if ('problem' in description) {
      session.complain(opened.input.shown, description.problem);
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
      await session.print(`${nothingOn(draft, line, shown)}\n`);
      continue;
    }
    const how = `\n${derivation(derived, session.style)}`;
    if (hits.length === 0) {
      const near = derived.declared ? '' : nearest(derived);
      await session.print(`${shown}:${line} argues no area and no offer.${harmless(near)}\n${how}`);
      continue;
    }
    const { passage } = hits[0]!;
    const quote = wrap(`“${harmless(excerpt(passage.text, 400))}”`, session.style.width, 0);
    await session.print(`${session.style.dim(`${shown}, ${linesOf([passage])}`)}\n${quote}\n`);
    const plain = inPlainWords(
      hits.map(({ topic, passage: { state, reasons } }) => ({
        title: topic.title,
        state,
        reasons,
        ...modelOf(derived, topic.id),
      })),
    );
    await session.print(`\n${wrap(harmless(plain), session.style.width, 0)}\n`);
    for (const hit of hits) await session.print(`\n${explanation(hit.topic, hit.passage, session.style)}`);
    await session.print(how);
  }
  return session.troubled ? 2 : 0;
}

function modelOf(derived: PassageDerivation, id: string): Pick<TopicDerivation, 'model'> {
  const model = derived.topics.find(({ topic }) => topic.id === id)?.model;
  return model === undefined ? {} : { model };
}

/** How near a passage without a topic comes to one. */
function nearest({ topics }: PassageDerivation): string {
  const [first] = topics
    .flatMap(({ topic, model }) => (model ? [{ topic, share: model.inDocument / model.threshold }] : []))
    .sort((a, b) => b.share - a.share);
  if (first === undefined || first.share < 0.3) return ' Nothing in it comes near one.';
  const percent = Math.round(first.share * 100);
  return ` It comes nearest to ${first.topic.title}: to ${percent}% of what it takes.`;
}

/** Where a line is no passage: a blank one, a heading, a comment, or none at all. */
function nothingOn(draft: Draft, line: number, shown: string): string {
  const last = positionAt(draft, draft.text.length).line + 1;
  if (line < 1 || line > last)
    return `${shown} has ${last} ${last === 1 ? 'line' : 'lines'}, and none is line ${line}.`;
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

function explanation(topic: DescribedTopic, { state, reasons }: DescribedPassage, style: Style): string {
  const lines = [`${style.bold(harmless(topic.title))}: ${SIGNS[state]} ${state}`];
  for (const { meaning, words } of inWords(reasons))
    lines.push(`  ${meaning.padEnd(24)}  ${wrap(words.map(harmless).join(', '), style.width, 28)}`);
  lines.push(`  ${style.dim('→')} ${wrap(harmless(nextFor(state, topic)), style.width, 4)}`);
  return `${lines.join('\n')}\n`;
}

function nextFor(state: State, { argue }: DescribedTopic): string {
  if (state === 'mentioned') return `It names the topic and makes no case yet. ${argue}`;
  if (state === 'argued')
    return 'It makes the case. A figure with its source, or somebody’s own words, would prove it.';
  return 'It makes the case and proves it.';
}
