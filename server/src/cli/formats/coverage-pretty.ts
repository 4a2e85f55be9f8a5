import { titleWithArticle } from '../../coverage/kind-guess';
import type { State } from '../../coverage/types';
import type { CoverageDescription, DescribedPassage, DescribedTopic } from '../../report';
import { earned, excerpt, groupsOf, linesOf, nextSteps, signOf, sumsOf, whereOf } from '../../report/advice';
import { isArgued, stateName } from '../../report/labels';
import { harmless } from '../../text/plain-output';
import { withinQuotes } from '../../text/shorten';
import { addAll, greatest } from '../../util/lists';
import { type Style, wrap } from '../terminal';

/** The most passages that are quoted for each topic. */
const QUOTED = 2;
const LABEL = 'evidenced'.length;

/** The coverage of a draft for a terminal: a table, the passages that argue topics, and what to do next. */
export function prettyCoverage(description: CoverageDescription, style: Style): string {
  const { file, title, kind } = description;
  const groups = groupsOf(description);
  const width = greatest(description.topics.map((topic) => topic.title.length));
  const lines = [
    style.bold(harmless(title || file)),
    style.dim(`${harmless(file)} · ${harmless(kind.title)} · ${harmless(sumsOf(description))}`),
  ];
  if (description.language !== undefined) return `${lines.join('\n')}\n`;
  const aside = onKind(description);
  if (aside !== '') lines.push(wrap(harmless(aside), style.width, 0));
  for (const { title, noun, topics } of groups) {
    const asked = topics.some((topic) => topic.asked);
    const aside = asked ? '' : style.dim(` (this draft is held to no ${noun})`);
    lines.push('', `  ${style.bold(title)}${aside}`);
    for (const topic of topics) lines.push(row(topic, asked, width, style));
  }
  const proofs = description.topics.filter(isArgued).flatMap((topic) => proof(topic, style));
  if (proofs.length > 0) lines.push('', `  ${style.bold('The passages that earned it')}`);
  addAll(lines, proofs);
  lines.push('', `  ${style.bold('What to do next')}`);
  for (const step of nextSteps(description)) {
    lines.push(`  ${style.dim('→')} ${wrap(harmless(step), style.width, 4)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A remark on a draft without a kind, or with an unknown one; empty for others. */
function onKind({ kind, saidKind, likely }: CoverageDescription): string {
  const looks = likely && `It looks like ${likely.called}: write “kind: ${likely.id}” at its top.`;
  if (saidKind === undefined) {
    return looks
      ? `It does not say what type of paper it is, so it is held to what ${titleWithArticle(kind)} needs. ${looks}`
      : '';
  }
  const said = `“${saidKind}” is not a type of paper`;
  if (kind.unknown) return [`${said}, so it is held to nothing.`, looks].filter(Boolean).join(' ');
  return `${said}. Did you mean “${kind.id}”? It is held to what ${titleWithArticle(kind)} needs.`;
}

function row(topic: DescribedTopic, mixed: boolean, width: number, style: Style): string {
  const { title, state, asked } = topic;
  const label = `${signOf(topic)} ${topic.state.padEnd(LABEL)}`;
  const where = wrap(whereOf(topic), style.width, label.length + width + 6);
  const aside = mixed && !asked ? style.dim(where === '' ? '(not asked for)' : '  (not asked for)') : '';
  const text = `  ${colourOf(state, asked, style)(label)}  ${harmless(title).padEnd(width)}  ${style.dim(where)}${aside}`;
  return text.trimEnd();
}

function colourOf(state: State, asked: boolean, style: Style): (text: string) => string {
  if (!asked && state === 'missing') return style.dim;
  return { missing: style.red, mentioned: style.yellow, argued: style.blue, evidenced: style.green }[state];
}

/** The best passages of a topic, with the words that led to the verdict. */
function proof(topic: DescribedTopic, style: Style): string[] {
  const passages = earned(topic);
  const lines = [`  ${harmless(topic.title)}, ${stateName(topic)}`];
  for (const passage of passages.slice(0, QUOTED)) {
    const place = linesOf([passage])
      .replace(/^lines? /, '')
      .padStart(7);
    const quote = wrap(`“${harmless(withinQuotes(excerpt(passage.text, 160)))}”`, style.width, 10);
    lines.push(`  ${style.dim(place)} ${quote}`);
    const { heading } = passage;
    if (heading !== undefined) lines.push(`          ${style.dim(`below “${harmless(heading)}”`)}`);
    const words = reasonsOf(passage);
    if (words !== '') lines.push(`          ${style.dim(wrap(words, style.width, 10))}`);
  }
  const rest = passages.length - QUOTED;
  if (rest > 0) lines.push(style.dim(`          and ${rest} more`));
  return lines;
}

/** "cue: digital skills · figure: 430" */
function reasonsOf({ reasons }: DescribedPassage): string {
  const byWhy = new Map<string, Set<string>>();
  for (const { why, text } of reasons) {
    byWhy.set(why, (byWhy.get(why) ?? new Set()).add(excerpt(text, 40)));
  }
  return [...byWhy]
    .map(([why, words]) => `${why}: ${harmless([...words].slice(0, 3).join(', '))}`)
    .join(' · ');
}
