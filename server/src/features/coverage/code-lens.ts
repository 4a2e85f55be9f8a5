import type { CodeLens } from 'vscode-languageserver';
import type { Coverage, TopicCoverage } from '../../coverage/types';
import { headings } from '../../draft';
import { serverCommands } from '../../protocol';
import { amountArgued, isArgued } from '../../report/labels';
import { notJudged } from '../../text/languages';
import { legible } from '../../text/plain-output';
import type { AnalysedDocument } from '../workspace/analyses';
import { toRange } from '../workspace/convert';
import { likelyIn } from './likely-kind';

/** The state of a draft in one line at its title; a click shows the coverage (a command of the client). */
export function codeLenses(judged: AnalysedDocument): CodeLens[] {
  const { isDraft, settings, document, analysis } = judged;
  if (!isDraft || !settings.codeLens || !analysis) return [];
  const { draft } = document;
  const title = headings(draft).find(({ depth }) => depth === 1);
  const start = title?.span.start ?? draft.frontMatter.span?.start ?? 0;
  const range = toRange(draft, { start, end: start });
  const sum = {
    range,
    command: { title: legible(summary(analysis.coverage)), command: 'advocacy.showCoverage' },
  };
  const likely = likelyIn(judged);
  if (!likely) return [sum];
  // A command of the server, so that it works in any editor.
  const say = {
    title: legible(wordsOn(likely)),
    command: serverCommands.insert,
    arguments: [document.uri, null, `kind:${likely.kind}`],
  };
  return [sum, { range, command: say }];
}

function wordsOn({ said, called, kind, reasons }: NonNullable<ReturnType<typeof likelyIn>>): string {
  if (said === undefined) return `This looks like ${called}. Say so`;
  const guess = reasons.length === 0 ? `Did you mean “${kind}”?` : `This looks like ${called}. Say so`;
  return `“${said}” is not a type of paper. ${guess}`;
}

/** "3 of 5 areas argued (2 with evidence), 1 of 4 offers argued", or what is argued where nothing is asked for. */
export function summary(coverage: Coverage): string {
  if (coverage.language !== undefined) return notJudged(coverage.language);
  const parts = [
    count(coverage.areas, 'area'),
    count(coverage.offers, 'offer'),
    // A promise is no offer, and promises count when one is asked for.
    coverage.promises.some(({ asked }) => asked) ? count(coverage.promises, 'promise') : undefined,
  ].filter((part) => part !== undefined);
  return `${coverage.kind.title}: ${parts.length > 0 ? parts.join(', ') : 'argues no area and no offer yet'}`;
}

function count(topics: readonly TopicCoverage[], noun: string): string | undefined {
  if (!topics.some((topic) => topic.asked || isArgued(topic))) return undefined;
  const evidenced = topics.filter(({ state }) => state === 'evidenced').length;
  return `${amountArgued(topics, noun)} argued${evidenced > 0 ? ` (${evidenced} with evidence)` : ''}`;
}
