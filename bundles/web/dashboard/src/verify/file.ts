import { Numeral, parseJson, Unreadable, type Json } from './json';

/** A line in its place, as written. */
export interface Entry {
  index: string;
  previous: string;
  hash: string;
  at: string;
  post: string;
  bidder: string;
  verdict: string;
  amountUnits: string;
  currency: string;
}

/** A downloaded ledger as written; `claim` is what the file itself says is wrong with it, empty when nothing. */
export interface LedgerFile {
  auction: string;
  root: string;
  claim: string;
  entries: Entry[];
}

type Members = Map<string, Json>;

const LINE = ['at', 'post', 'bidder', 'verdict', 'amountUnits', 'currency'];
const PLACE = ['index', 'previous', 'hash'];

/** Fields that are not part of the form are refused: what no hash covers must not travel in a file that is called intact. */
export function readLedger(text: string): LedgerFile {
  if (text === '') throw new Unreadable('the file is empty');
  const ledger = members(parseJson(text), 'the file');
  only(ledger, 'the ledger', ['auction', 'root', 'entries'], ['flaw']);
  const auction = string(ledger, 'the ledger', 'auction');
  const root = string(ledger, 'the ledger', 'root');
  const claim = (ledger.get('flaw') ?? null) === null ? '' : string(ledger, 'the ledger', 'flaw');
  const entries = ledger.get('entries');
  if (!Array.isArray(entries)) throw new Unreadable('the field "entries" of the ledger is not a list');
  return { auction, root, claim, entries: entries.map((item, index) => entry(item, `entry ${index}`)) };
}

/** The server sends the line as an object of its own, the demo's report writes it flat; the hash is the same. */
function entry(item: Json, where: string): Entry {
  const place = members(item, where);
  let line = place;
  if (place.has('line')) {
    only(place, where, PLACE, ['line']);
    line = members(place.get('line') as Json, `the line of ${where}`);
    only(line, `the line of ${where}`, LINE, []);
  } else {
    only(place, where, [...PLACE, ...LINE], []);
  }
  const index = place.get('index');
  if (!(index instanceof Numeral)) throw new Unreadable(`the field "index" of ${where} is not a number`);
  return {
    index: index.written,
    previous: string(place, where, 'previous'),
    hash: string(place, where, 'hash'),
    at: string(line, where, 'at'),
    post: string(line, where, 'post'),
    bidder: string(line, where, 'bidder'),
    verdict: string(line, where, 'verdict'),
    amountUnits: string(line, where, 'amountUnits'),
    currency: string(line, where, 'currency'),
  };
}

function members(value: Json, where: string): Members {
  if (value instanceof Map) return value;
  throw new Unreadable(`${where} is not a JSON object`);
}

function only(given: Members, where: string, needed: string[], allowed: string[]): void {
  for (const name of needed) {
    if (!given.has(name)) throw new Unreadable(`${where} has no field "${name}"`);
  }
  for (const name of given.keys()) {
    if (!needed.includes(name) && !allowed.includes(name)) {
      throw new Unreadable(`${where} has a field that does not belong to a ledger`);
    }
  }
}

function string(given: Members, where: string, name: string): string {
  const value = given.get(name);
  if (typeof value === 'string') return value;
  throw new Unreadable(`the field "${name}" of ${where} is not a text`);
}
