import { FUNCTIONS, PROPERTIES } from './names';

const AT_RULES = new Set(['media', 'supports', 'charset', 'namespace', 'page', 'layer']);
/** Rules that are left out, as a printed page has no animations and Word has its own fonts. */
const LEFT_OUT = /^(?:(?:-\w+-)?keyframes|font-face)$/;

/** A name, with escapes: `\72` may stand for any letter. */
const NAME = /(?:[-\w\u0080-\uffff]|\\[0-9a-f]{1,6}[ \t\n\r\f]|\\[^\n\r\f]){1,4000}/iy;
/** The longest name, in characters, as the engine cannot match a pattern over megabytes. */
const LONGEST_NAME = 4000;
const SPACE = /[ \t\n\r\f]+/y;

export interface Token {
  readonly kind: 'name' | 'function' | 'at' | 'string' | 'address' | 'space' | 'mark';
  /** Without escapes; names in small letters. */
  readonly value: string;
  /** As written. */
  readonly raw: string;
}

/** A style fetches something from elsewhere. */
export class Fetching extends Error {}

/** Whether an address refers to a part of the drawing, or is a picture itself (`data:`). */
export function isWithin(address: string): boolean {
  return /^\s*(?:#|$)/.test(address) || holdsPicture(address);
}

/** The first bytes of PNG, JPEG, GIF, BMP and WebP. */
const BEGINNING = /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|RIFF)/;

/** Whether the data of an address are a raster picture by their bytes, as programs would find an SVG in them. */
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
 * A style sheet, or the value of a `style` attribute, with only known properties.
 *
 * @param css all pieces of the style sheet joined, as programs read them as one text
 * @throws Fetching if it fetches something from elsewhere, or may
 */
export function safeCss(css: string): string {
  const sheet = new Sheet();
  for (const token of tokens(css)) sheet.add(token);
  return sheet.end();
}

/** Checks a single value, such as that of a `fill` attribute. @throws Fetching like `safeCss` */
export function checkValue(value: string): void {
  // Most values have no function or escape.
  if (!/[(@\\]/.test(value)) return;
  check([...tokens(value)], false);
}

class Sheet {
  #out = '';
  /** The tokens since the last `{`, `}` or `;`. */
  #pending: Token[] = [];
  #brackets = 0;
  /** The depth of braces, and that at which a rule is left out. */
  #depth = 0;
  #leftOut: number | undefined;

  add(token: Token): void {
    const mark = token.kind === 'mark' ? token.raw : '';
    if (token.kind === 'function' || mark === '(' || mark === '[') this.#brackets++;
    else if (mark === ')' || mark === ']') this.#brackets = Math.max(0, this.#brackets - 1);
    // To be safe, a brace ends all open brackets, and each of the pieces is checked.
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

/** @throws Fetching for an address elsewhere, even in a rule that is left out, where only `data:` is allowed */
function check(tokens: readonly Token[], isLeftOut: boolean): void {
  const isAllowed = (address: string): boolean =>
    isWithin(address) || (isLeftOut && /^\s*data:/i.test(address));
  for (const [at, { kind, value }] of tokens.entries()) {
    if (kind === 'at' && !AT_RULES.has(value) && !isLeftOut) throw new Fetching();
    if (kind === 'address' && !isAllowed(value)) throw new Fetching();
    if (kind !== 'function' || FUNCTIONS.has(value)) continue;
    if (value !== 'url' && isLeftOut) continue;
    // In url("…"), the address is a string.
    const next = tokens[at + 1]?.kind === 'space' ? tokens[at + 2] : tokens[at + 1];
    if (value !== 'url' || next?.kind !== 'string' || !isAllowed(next.value)) throw new Fetching();
  }
}

/** @throws Fetching if programs differ in how they read it */
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
      // A comment separates names.
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
        // With these characters, programs differ in where it ends.
        if (/["'(\\]/.test(css.slice(at, end))) throw new Fetching();
        yield { kind: 'address', value: css.slice(at, end), raw: `${raw}(${css.slice(at, end)})` };
        at = Math.min(css.length, end + 1);
      }
    }
  }
}

/** The offset behind the closing quotation mark of a string. A string must end on its line. */
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
