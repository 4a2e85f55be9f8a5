import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import { type Draft, offsetAt } from '../../draft';
import type { Framework } from '../../framework/types';
import { SEVERITIES } from '../../project/severity';
import { rules } from '../../rules';
import type { Client } from '../client/client';
import { legibleItem } from '../client/legible-actions';
import type { AnalysedDocument } from '../workspace/analyses';
import details from './completion-details.json';
import { footnotesAt } from './footnotes';
import { before, snippetsAt, snippetsNamed } from './snippets';

/** Characters that ask for completion: as a space after `kind:`, the dash of `advocacy-`, a list of ids, a footnote. */
export const completionTriggers = [' ', '-', ',', ':', '[', '^'];

const { keys: KEYS, directives: DIRECTIVES } = details;

interface Suggestion {
  readonly text: string;
  readonly detail: string;
}

/** What can be written at a position: front matter, our comments, footnotes, and snippets where a line begins. */
export function completionsAt(
  judged: AnalysedDocument,
  position: Position,
  client: Pick<Client, 'insertsSnippets'>,
): CompletionItem[] {
  return suggestionsAt(judged, position, client).map(legibleItem);
}

function suggestionsAt(
  judged: AnalysedDocument,
  position: Position,
  client: Pick<Client, 'insertsSnippets'>,
): CompletionItem[] {
  const { document, project, isDraft } = judged;
  const { draft } = document;
  const offset = offsetAt(draft, position);
  const line = draft.source.slice(Math.max(0, offset - position.character), offset);
  const front = draft.frontMatter.span;
  if (front && offset > front.start && offset < front.end)
    return inFrontMatter(line, position, draft, project.framework, offset);
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && !line.includes('-->', comment)) {
    return inComment(line.slice(comment + 4), position, project.framework);
  }
  // Elsewhere nobody is offered what they have not begun to name.
  if (!isDraft) return (/^\s*adv/.test(line) && snippetsAt(line, position, draft, client)) || [];
  return (
    footnotesAt(line, position, draft, client) ??
    snippetsAt(line, position, draft, client) ??
    snippetsNamed(line, position, draft, client) ??
    []
  );
}

function inFrontMatter(
  line: string,
  position: Position,
  draft: Draft,
  framework: Framework,
  offset: number,
): CompletionItem[] {
  const value = /^([A-Za-z]+):(?:[^\]]*,\s*|\s*\[?)([\w-]*)$/.exec(line);
  if (value) {
    const values = spaced(valuesOf(value[1]!, framework), line);
    return items(values, value[2]!, position, CompletionItemKind.EnumMember);
  }
  const parent = /^[\s-]/.test(line) ? parentOf(draft, offset - line.length) : undefined;
  const item = /^\s*-\s+([\w-]*)$/.exec(line);
  if (item && parent) {
    const single = valuesOf(parent, framework).filter(({ text }) => text !== 'all' && text !== 'none');
    return items(single, item[1]!, position, CompletionItemKind.EnumMember);
  }
  const setting = parent === 'rules' && /^\s+([a-z-]+):\s*([a-z]*)$/.exec(line);
  if (setting && rules.some(({ id }) => id === setting[1])) {
    const severities = ['off', ...SEVERITIES].map((text) => ({ text, detail: '' }));
    return items(spaced(severities, line), setting[2]!, position, CompletionItemKind.EnumMember);
  }
  const rule = parent === 'rules' && /^\s+([a-z-]*)$/.exec(line);
  if (rule) return items(ruleIds(': '), rule[1]!, position, CompletionItemKind.Property);
  const key = /^([A-Za-z]*)$/.exec(line);
  if (!key) return [];
  const missing = Object.entries(KEYS).filter(([name]) => !Object.hasOwn(draft.frontMatter.raw, name));
  const keys = missing.map(([name, detail]) => ({ text: `${name}: `, detail }));
  return items(keys, key[1]!, position, CompletionItemKind.Property);
}

/** The key that a line of the front matter belongs to: the last one above it without indentation. */
function parentOf({ source, frontMatter: { span } }: Draft, lineStart: number): string | undefined {
  const above = source.slice(span!.start, lineStart).split(/\r\n?|\n/);
  const last = above.findLast((line) => /^[^\s#-]/.test(line));
  return last && /^([A-Za-z]+):/.exec(last)?.[1];
}

/** With the space that YAML wants after a colon, where it has not been typed yet. */
function spaced(values: readonly Suggestion[], line: string): readonly Suggestion[] {
  return line.endsWith(':') ? values.map(({ text, detail }) => ({ text: ` ${text}`, detail })) : values;
}

function valuesOf(key: string, framework: Framework): readonly Suggestion[] {
  if (key === 'kind')
    return framework.kinds.map(({ id, description }) => ({ text: id, detail: description }));
  if (key === 'language')
    return [
      { text: 'en-GB', detail: 'English (United Kingdom)' },
      { text: 'cy', detail: 'Welsh, which is not judged for what it argues' },
    ];
  if (key !== 'areas' && key !== 'offers') return [];
  const topics = framework.topics.filter(({ group }) => (group === 'area') === (key === 'areas'));
  return [
    ...topics.map(({ id, title }) => ({ text: id, detail: title })),
    { text: 'all', detail: `All ${key}` },
    { text: 'none', detail: `No ${key}` },
  ];
}

/** The rest of one of our comments, behind “ or --, where its author writes words of the draft or a reason. */
const OWN_WORDS = /“[^“”]*$|\s--(?:\s|$)/;

function inComment(inside: string, position: Position, framework: Framework): CompletionItem[] {
  if (OWN_WORDS.test(inside)) return [];
  const word = /(?<![^\s,])[^\s,]*$/.exec(inside)![0];
  const directive = /^\s*(\S+)[\s,]/.exec(inside)?.[1];
  if (directive === undefined) {
    const names = Object.entries(DIRECTIVES).map(([text, detail]) => ({ text, detail }));
    return items(names, word, position, CompletionItemKind.Keyword);
  }
  if (!Object.hasOwn(DIRECTIVES, directive)) return [];
  if (directive !== 'advocacy-covers') return items(ruleIds(''), word, position, CompletionItemKind.Value);
  const topics = framework.topics.map(({ id, title }) => ({ text: id, detail: title }));
  return items([...topics, { text: 'none', detail: 'Nothing' }], word, position, CompletionItemKind.Value);
}

function ruleIds(after: string): readonly Suggestion[] {
  return rules.map(({ id, what }) => ({ text: id + after, detail: what }));
}

function items(
  suggestions: readonly Suggestion[],
  typed: string,
  position: Position,
  kind: CompletionItemKind,
): CompletionItem[] {
  return suggestions.map(({ text, detail }, index) => ({
    label: text.replace(/: $/, '').trimStart(),
    kind,
    ...(detail !== '' && { detail }),
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: before(position, typed), newText: text },
  }));
}
