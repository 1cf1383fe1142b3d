/** A file that is no ledger at all; the message is one sentence for people. */
export class Unreadable extends Error {}

/** A number as written, because none may be rounded unnoticed. */
export class Numeral {
  constructor(readonly written: string) {}
}

export type Json = string | boolean | null | Numeral | Json[] | Map<string, Json>;

/** Deepest nesting; a ledger has four levels. */
const DEPTH_MAX = 8;
/** Longest number; an index has at most ten digits. */
const NUMBER_MAX = 32;
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads JSON (RFC 8259) and refuses what JSON.parse lets pass: a key twice, half a surrogate pair, numbers that do not fit. Two readers
 * of one file must never see two ledgers; so this says the same as the verifier in Java, word for word.
 */
export function parseJson(text: string): Json {
  let at = 0;

  function wrong(what: string): Unreadable {
    return new Unreadable(`the file is not a ledger in JSON: ${what} at character ${at + 1}`);
  }

  function peek(): string {
    if (at >= text.length) throw wrong('it ends too early');
    return text.charAt(at);
  }

  function skipSpace(): void {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  }

  function expect(wanted: string): void {
    if (peek() !== wanted) throw wrong('an unexpected character');
    at++;
  }

  function value(depth: number): Json {
    if (depth > DEPTH_MAX) throw wrong(`it is nested deeper than ${DEPTH_MAX} levels`);
    skipSpace();
    switch (peek()) {
      case '{':
        return members(depth);
      case '[':
        return sequence(depth);
      case '"':
        return string();
      case 't':
        return word('true', true);
      case 'f':
        return word('false', false);
      case 'n':
        return word('null', null);
      default:
        return number();
    }
  }

  function members(depth: number): Json {
    const byName = new Map<string, Json>();
    at++;
    skipSpace();
    if (peek() === '}') {
      at++;
      return byName;
    }
    for (;;) {
      skipSpace();
      const start = at;
      if (peek() !== '"') throw wrong('a key was expected');
      const name = string();
      skipSpace();
      expect(':');
      if (byName.has(name)) {
        at = start;
        throw wrong('a key appears twice');
      }
      byName.set(name, value(depth + 1));
      skipSpace();
      if (peek() === '}') {
        at++;
        return byName;
      }
      expect(',');
    }
  }

  function sequence(depth: number): Json {
    const items: Json[] = [];
    at++;
    skipSpace();
    if (peek() === ']') {
      at++;
      return items;
    }
    for (;;) {
      items.push(value(depth + 1));
      skipSpace();
      if (peek() === ']') {
        at++;
        return items;
      }
      expect(',');
    }
  }

  function string(): string {
    const start = at;
    let result = '';
    at++;
    for (;;) {
      const next = peek();
      if (next === '"') {
        at++;
        break;
      }
      if (next < ' ') throw wrong('a control character stands inside a text');
      at++;
      result += next === '\\' ? escaped() : next;
    }
    if (!isWhole(result)) {
      at = start;
      throw wrong('a text holds half a surrogate pair');
    }
    return result;
  }

  function escaped(): string {
    const next = peek();
    const known = Object.hasOwn(ESCAPES, next) ? ESCAPES[next] : undefined;
    if (known !== undefined) {
      at++;
      return known;
    }
    if (next !== 'u') throw wrong('an unknown escape');
    at++;
    let code = 0;
    for (let i = 0; i < 4; i++) {
      if (!/[0-9a-fA-F]/.test(peek())) throw wrong('an unknown escape');
      code = code * 16 + Number.parseInt(peek(), 16);
      at++;
    }
    return String.fromCharCode(code);
  }

  function word<T extends Json>(written: string, meaning: T): T {
    if (!text.startsWith(written, at)) throw wrong('an unknown word');
    at += written.length;
    return meaning;
  }

  function number(): Numeral {
    const start = at;
    if (peek() === '-') at++;
    if (peek() === '0') at++;
    else digits();
    if (has('.')) {
      at++;
      digits();
    }
    if (has('e') || has('E')) {
      at++;
      if (has('+') || has('-')) at++;
      digits();
    }
    if (at - start > NUMBER_MAX) {
      at = start;
      throw wrong(`a number is longer than ${NUMBER_MAX} characters`);
    }
    return new Numeral(text.slice(start, at));
  }

  function digits(): void {
    if (!isDigit(peek())) throw wrong('an unexpected character');
    while (at < text.length && isDigit(text.charAt(at))) at++;
  }

  function has(wanted: string): boolean {
    return text.charAt(at) === wanted;
  }

  const result = value(1);
  skipSpace();
  if (at < text.length) throw wrong('something follows the end of the ledger');
  return result;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** Whether every surrogate has its other half: UTF-8 has no bytes for a half. */
function isWhole(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}
