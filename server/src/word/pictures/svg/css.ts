import { FUNCTIONS, PROPERTIES } from './names';

const AT_RULES = new Set(['media', 'supports', 'charset', 'namespace', 'page', 'layer']);
/** Left out: a printed page does not move, and Word has fonts of its own. */
const LEFT_OUT = /^(?:(?:-\w+-)?keyframes|font-face)$/;

/** A name, with escapes: `\72` may stand for any letter. */
const NAME = /(?:[-\w\u0080-\uffff]|\\[0-9a-f]{1,6}[ \t\n\r\f]|\\[^\n\r\f]){1,4000}/iy;
/** Nobody writes a longer one, and a pattern that goes on for megabytes has no end that the engine can bear. */
const LONGEST_NAME = 4000;
const SPACE = /[ \t\n\r\f]+/y;

export interface Token {
  readonly kind: 'name' | 'function' | 'at' | 'string' | 'address' | 'space' | 'mark';
  /** Without escapes; of names in small letters. */
  readonly value: string;
  /** As written. */
  readonly raw: string;
}

/** A style that takes something from elsewhere. */
export class Fetching extends Error {}

/** Whether an address leads to a part of the drawing, or holds its picture itself. */
export function isWithin(address: string): boolean {
  return /^\s*(?:#|$)/.test(address) || holdsPicture(address);
}

/** How PNG, JPEG, GIF, BMP and WebP begin. */
const BEGINNING = /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|RIFF)/;

/** Whether the data of an address are a picture by their own bytes: programs go by these, and find a drawing in them. */
function holdsPicture(address: string): boolean {
  const comma = address.indexOf(',');
  const type = address.slice(0, Math.max(0, comma));
  if (!/^\s*data:image\/(?:png|jpe?g|gif|bmp|webp)(?:;|$)/i.test(type)) return false;
  const start = address
    .slice(comma + 1, comma + 200)
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const isBase64 = /;\s*base64\s*$/i.test(type);
  if (!isBase64) return BEGINNING.test(start);
  const fours = /^(?:.{4}){0,4}/.exec(start.replace(/[^A-Za-z0-9+/]/g, ''))![0];
  return BEGINNING.test(atob(fours));
}

/**
 * What is left of a style sheet, or of what a `style` attribute says, when only known properties are kept.
 *
 * @param css with all pieces joined: what is cut into pieces in a file is one text to a program
 * @throws Fetching where it takes something from elsewhere, or may
 */
export function safeCss(css: string): string {
  const sheet = new Sheet();
  for (const token of tokens(css)) sheet.add(token);
  return sheet.end();
}

/** The same for one value, as of a `fill` attribute. */
export function checkValue(value: string): void {
  // Most have nothing that could lead anywhere.
  if (!/[(@\\]/.test(value)) return;
  check([...tokens(value)], false);
}

class Sheet {
  #out = '';
  /** What stands since the last `{`, `}` or `;`. */
  #pending: Token[] = [];
  #brackets = 0;
  /** How deep in braces; and how deep those were that are left out. */
  #depth = 0;
  #leftOut: number | undefined;

  add(token: Token): void {
    const mark = token.kind === 'mark' ? token.raw : '';
    if (token.kind === 'function' || mark === '(' || mark === '[') this.#brackets++;
    else if (mark === ')' || mark === ']') this.#brackets = Math.max(0, this.#brackets - 1);
    // A brace ends whatever is open in brackets, to be on the safe side: each of the pieces is looked at.
    if (mark === '{') this.#open();
    else if (mark === '}') this.#close();
    else if (mark === ';' && this.#brackets === 0) this.#declaration(';');
    else this.#pending.push(token);
  }

  end(): string {
    this.#declaration('');
    return this.#out + '}'.repeat(this.#leftOut ?? this.#depth);
  }

  #write(text: string): void {
    if (this.#leftOut === undefined) this.#out += text;
  }

  #open(): void {
    const before = this.#taken();
    if (before.some(({ kind, value }) => kind === 'at' && LEFT_OUT.test(value)))
      this.#leftOut ??= this.#depth;
    check(before, this.#leftOut !== undefined);
    this.#write(`${text(before)}{`);
    this.#depth++;
  }

  #close(): void {
    this.#declaration('');
    if (this.#depth === 0) return;
    this.#depth--;
    if (this.#leftOut === undefined) this.#out += '}';
    else if (this.#leftOut === this.#depth) this.#leftOut = undefined;
  }

  #declaration(end: string): void {
    const tokens = this.#taken();
    check(tokens, this.#leftOut !== undefined);
    const [first, ...rest] = tokens.filter(({ kind }) => kind !== 'space');
    const isKnown =
      first?.kind === 'at' ||
      (first?.kind === 'name' &&
        rest[0]?.raw === ':' &&
        (PROPERTIES.has(first.value) || first.value.startsWith('--')));
    if (isKnown) this.#write(text(tokens) + end);
  }

  #taken(): Token[] {
    const taken = this.#pending;
    this.#pending = [];
    this.#brackets = 0;
    return taken;
  }
}

function text(tokens: readonly Token[]): string {
  return tokens.map(({ raw }) => raw).join('');
}

/** What is left out does nothing; that it wants something from elsewhere is said all the same. */
function check(tokens: readonly Token[], isLeftOut: boolean): void {
  const isAllowed = (address: string): boolean =>
    isWithin(address) || (isLeftOut && /^\s*data:/i.test(address));
  for (const [at, { kind, value }] of tokens.entries()) {
    if (kind === 'at' && !AT_RULES.has(value) && !isLeftOut) throw new Fetching();
    if (kind === 'address' && !isAllowed(value)) throw new Fetching();
    if (kind !== 'function' || FUNCTIONS.has(value)) continue;
    if (value !== 'url' && isLeftOut) continue;
    // url("…") has its address in a string of its own.
    const next = tokens[at + 1]?.kind === 'space' ? tokens[at + 2] : tokens[at + 1];
    if (value !== 'url' || next?.kind !== 'string' || !isAllowed(next.value)) throw new Fetching();
  }
}

/** @throws Fetching where programs differ in how they read it */
export function* tokens(css: string): Generator<Token> {
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(css)?.[0];
  };
  while (at < css.length) {
    const character = css[at]!;
    if (css.startsWith('/*', at)) {
      const end = css.indexOf('*/', at + 2);
      at = end === -1 ? css.length : end + 2;
      // In the place of a comment, two names stay apart.
      yield { kind: 'space', value: ' ', raw: ' ' };
      continue;
    }
    let raw = match(SPACE);
    if (raw !== undefined) {
      at += raw.length;
      yield { kind: 'space', value: ' ', raw };
      continue;
    }
    if (character === '"' || character === "'") {
      const end = endOfString(css, at);
      raw = css.slice(at, end);
      yield { kind: 'string', value: unescaped(raw.slice(1, -1)), raw };
      at = end;
      continue;
    }
    const isAt = character === '@';
    if (isAt) at++;
    raw = match(NAME);
    if (raw === undefined) {
      if (!isAt) at++;
      yield { kind: 'mark', value: character, raw: character };
      continue;
    }
    if (raw.length >= LONGEST_NAME) throw new Fetching();
    at += raw.length;
    const value = unescaped(raw).toLowerCase();
    if (isAt) yield { kind: 'at', value, raw: `@${raw}` };
    else if (css[at] !== '(') yield { kind: 'name', value, raw };
    else {
      at++;
      const space = match(SPACE) ?? '';
      const next = css[at + space.length];
      if (value !== 'url' || next === '"' || next === "'") yield { kind: 'function', value, raw: `${raw}(` };
      else {
        const close = css.indexOf(')', at);
        const end = close === -1 ? css.length : close;
        // With these, programs differ in where it ends.
        if (/["'(\\]/.test(css.slice(at, end))) throw new Fetching();
        yield { kind: 'address', value: css.slice(at, end), raw: `${raw}(${css.slice(at, end)})` };
        at = Math.min(css.length, end + 1);
      }
    }
  }
}

/** Where a string ends, behind its quotation mark: one that does not end on its line leaves open what is in it. */
function endOfString(css: string, start: number): number {
  for (let at = start + 1; at < css.length; at++) {
    if (css[at] === '\\') at++;
    else if (css[at] === css[start]) return at + 1;
    else if (css[at] === '\n' || css[at] === '\f' || css[at] === '\r') break;
  }
  throw new Fetching();
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(
    /\\(?:([0-9a-f]{1,6})[ \t\n\r\f]?|([\s\S]))/gi,
    (_, hex: string | undefined, character: string) =>
      hex !== undefined
        ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff))
        : character === '\n'
          ? ''
          : character,
  );
}
