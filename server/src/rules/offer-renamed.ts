import type { Block, Span } from '../draft';
import { passagesOf, sentences } from '../draft';
import { quotesIn } from '../evidence/quotations';
import type { Framework, RetiredName, Topic } from '../framework/types';
import type { Fix, Problem, Rule } from './types';

interface Retired {
  readonly topic: Topic;
  readonly name: RetiredName;
}

interface Names {
  readonly pattern: RegExp | undefined;
  readonly byName: ReadonlyMap<string, Retired>;
}

const compiled = new WeakMap<Framework, Names>();

/** All retired names of a framework in one pattern, the longest first. "Learning offer" is "Learning Offer". */
function namesOf(framework: Framework): Names {
  let names = compiled.get(framework);
  if (!names) {
    const byName = new Map<string, Retired>();
    for (const topic of framework.topics) {
      for (const name of topic.retiredNames) byName.set(key(name.name), { topic, name });
    }
    // Names of today are in the pattern so that "Information and Digital Offer" is not read as "Digital Offer".
    const current = framework.topics.flatMap(({ title, names }) =>
      [title, ...names].filter((name) => / /.test(name)).flatMap((name) => [name, `${name} Offer`]),
    );
    const sources = [
      ...current.filter((name) => !byName.has(key(name))),
      ...[...byName.values()].map(({ name }) => name.name),
    ]
      .sort((a, b) => b.length - a.length)
      .map((name) =>
        name
          .split(/\s+/)
          .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^Offer$/, '[Oo]ffer'))
          .join('\\s+'),
      );
    names = {
      byName,
      pattern:
        sources.length > 0 ? new RegExp(`(?<![\\w-])(?:${sources.join('|')})(?![\\w-])`, 'g') : undefined,
    };
    compiled.set(framework, names);
  }
  return names;
}

function key(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ');
}

/** The name of today in the words of the old one: "Universal Digital Offer" is "Universal Information and Digital Offer". */
function renamed(old: string, topic: Topic): string {
  const rest = /^(Universal\s+)?(?:.*?)(\s+[Oo]ffer)?$/.exec(old);
  return `${rest?.[1] ?? ''}${topic.title}${rest?.[2] ?? ''}`;
}

export const offerRenamed: Rule = {
  id: 'offer-renamed',
  group: 'coverage',
  severity: 'information',
  readsEnglish: true,
  what: 'A name of a Universal Library Offer or a promise that is no longer in use. Quotations, and sentences about a time when the name was in use, are left alone.',
  why: 'The offers were renamed in 2019 and the Six Steps in 2020. A reader from the profession notices an old name and wonders how current the rest is.',
  example: {
    bad: 'Our reading groups for carers are part of the Universal Health Offer.\n',
    good: 'Our reading groups for carers are part of the Universal Health and Wellbeing Offer.\n',
  },
  inBlock({ block, project }) {
    const { pattern, byName } = namesOf(project.framework);
    if (!pattern) return [];
    const problems: Problem[] = [];
    for (const { text, toSource } of textsOf(block)) {
      if (text.search(pattern) === -1) continue;
      const quotes = quotesIn(text);
      for (const match of text.matchAll(pattern)) {
        const retired = byName.get(key(match[0]));
        const start = match.index;
        const end = start + match[0].length;
        if (!retired || quotes.some((quote) => quote.start <= start && end <= quote.end)) continue;
        const sentence = sentences(text).find((span) => span.start <= start && start < span.end);
        if (
          retired.name.until &&
          speaksOfThePast(text, sentence ?? { start: 0, end: text.length }, retired.name.until)
        ) {
          continue;
        }
        const span = toSource(start, end);
        const current = renamed(match[0], retired.topic);
        const since = retired.name.until ? ` since ${retired.name.until}` : '';
        problems.push({
          span,
          message: `“${match[0]}” has been out of use${since}, which makes the paper look out of date. ${retired.name.note ?? `Write “${current}”.`}`,
          fixes: retired.name.note
            ? project.framework.topics
                .filter(({ group }) => group === retired.topic.group)
                .map((topic) => change(span, renamed(match[0], topic)))
            : [{ ...change(span, current), preferred: true, automatic: true }],
        });
      }
    }
    return problems;
  },
};

function change(span: Span, text: string): Fix {
  return { title: `Change to “${text}”`, edits: [{ span, text }] };
}

interface Text {
  readonly text: string;
  toSource(start: number, end: number): { readonly start: number; readonly end: number };
}

function textsOf(block: Block): readonly Text[] {
  if (block.node.type === 'heading') {
    return [{ text: block.text, toSource: (start, end) => ({ start, end }) }];
  }
  return passagesOf(block)
    .filter(({ kind, inFootnote }) => kind !== 'quotation' && !inFootnote)
    .map(({ prose }) => ({ text: prose.text, toSource: (start, end) => prose.toSource(start, end) }));
}

function speaksOfThePast(
  text: string,
  { start, end }: { start: number; end: number },
  until: number,
): boolean {
  for (const [year] of text.slice(start, end).matchAll(/\b(?:19|20)\d\d\b/g))
    if (Number(year) <= until) return true;
  return /\b(?:formerly|previously|what was|was called|known as|used to be|renamed|replaced)\b/i.test(
    text.slice(start, end),
  );
}
