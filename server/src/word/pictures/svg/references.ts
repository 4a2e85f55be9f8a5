import { decodedAddress } from '../../../text/addresses';
import { addAll } from '../../../util/lists';
import { type Token, tokens } from './css';

/** The references of a rule of a style sheet, a `style` attribute or a property, which are drawn as well. */
export interface Drawing {
  /**
   * The elements that it applies to: `.class`, `#id` and names, in small letters, or `*` for all. There may be more than
   * the selector has, but not fewer.
   */
  readonly subjects: readonly string[];
  /** Ids of what is drawn once for each of these elements. */
  readonly once: string[];
  /** Ids of what may also be drawn for each element inside these, such as a fill. */
  readonly inherited: string[];
}

/** Properties that are not inherited. */
const ONCE = /^(?:mask|clip-path$|filter$|background)/;

/** @param css from `safeCss`; references outside of rules come first, without subjects */
export function drawingsIn(css: string): readonly [Drawing, ...Drawing[]] {
  const all: [Drawing, ...Drawing[]] = [drawingOf([])];
  const open: Drawing[] = [];
  let pending: Token[] = [];
  const declare = (): void => {
    addReferences(open.at(-1) ?? all[0], pending.find(({ kind }) => kind !== 'space')?.value ?? '', pending);
    pending = [];
  };
  for (const token of tokens(css)) {
    const mark = token.kind === 'mark' ? token.raw : '';
    if (mark === '{') {
      open.push(drawingOf(subjectsOf(pending)));
      all.push(open.at(-1)!);
      pending = [];
    } else if (mark === '}' || mark === ';') {
      declare();
      if (mark === '}') open.pop();
    } else pending.push(token);
  }
  declare();
  return all;
}

/** The references of a property that is an attribute. */
export function drawingIn(property: string, value: string): Drawing {
  const drawing = drawingOf([]);
  if (value.includes('(')) addReferences(drawing, property, [...tokens(value)]);
  return drawing;
}

/** @returns the ids that an address may mean */
export function idsOf(address: string): readonly string[] {
  const trimmed = address.trim();
  if (!trimmed.startsWith('#')) return [];
  const id = trimmed.slice(1);
  return [...new Set([id, decodedAddress(id)])];
}

function drawingOf(subjects: readonly string[]): Drawing {
  return { subjects, once: [], inherited: [] };
}

function addReferences(to: Drawing, property: string, value: readonly Token[]): void {
  const ids = ONCE.test(property) ? to.once : to.inherited;
  for (const { kind, value: address } of value)
    if (kind === 'address' || kind === 'string') addAll(ids, idsOf(address));
}

/** A class, id or name for each selector of a list; `*` for other selectors. */
function subjectsOf(selectors: readonly Token[]): readonly string[] {
  const subjects: string[] = [];
  let own: string[] = [];
  let [isNext, before] = [false, ''];
  for (const { kind, value, raw } of selectors) {
    if (kind !== 'name' && kind !== 'space' && !/^[.#,>+~]$/.test(raw)) return ['*'];
    if (kind === 'name') own = [...(isNext ? [] : own), /^[.#]$/.test(before) ? before + value : value];
    if (raw === ',') addAll(subjects, own);
    if (kind === 'name' || kind === 'space' || /^[,>+~]$/.test(raw)) isNext = kind !== 'name';
    before = raw;
  }
  return subjects.length + own.length > 0 ? [...subjects, ...own] : ['*'];
}
