import type { Bid, HostPost, Line, Lot, LotParts, Session, SessionMove, Show, Vitals } from './model';

/** Most bids and lines on the page; the server keeps the rest. */
export const ROWS_MAX = 50;

export type Connection = 'connecting' | 'open' | 'lost';

/** Everything the page shows. Replaced as a whole by each of the functions below, never changed in place. */
export interface State {
  connection: Connection;
  show: Show | null;
  bids: Bid[];
  lines: Line[];
  posts: HostPost[];
  vitals: Vitals | null;
  /** Server's clock minus ours. */
  offsetMillis: number;
  session: Session | null;
}

export const EMPTY: State = {
  connection: 'connecting',
  show: null,
  bids: [],
  lines: [],
  posts: [],
  vitals: null,
  offsetMillis: 0,
  session: null,
};

/** A snapshot has the newest bids and lines and replaces what we had. */
export function withShow(state: State, show: Show, nowMillis: number): State {
  return {
    ...state,
    show,
    bids: show.bids,
    lines: merge([], show.host?.lines ?? []),
    posts: merge([], show.host?.posts ?? []),
    offsetMillis: Date.parse(show.serverTime) - nowMillis,
  };
}

export function withBid(state: State, bid: Bid): State {
  const changed = bid.lot ? withLot(state, bid.lot) : state;
  return { ...changed, bids: [bid, ...state.bids].slice(0, ROWS_MAX) };
}

/** Puts the parts of a lot in place; a lot that is not on the page changes nothing. */
export function withLot(state: State, parts: LotParts): State {
  const { voided, ...changed } = parts;
  const bids = voided
    ? state.bids.map((bid) => (bid.post.id === voided ? { ...bid, voided: true } : bid))
    : state.bids;
  if (!state.show) return { ...state, bids };
  const lots = state.show.lots.map((lot) => (lot.auction === parts.auction ? { ...lot, ...changed } : lot));
  return { ...state, bids, show: { ...state.show, lots, lot: current(lots) } };
}

export function withSession(state: State, move: SessionMove): State {
  if (state.show?.session?.id !== move.session) return state;
  return { ...state, show: { ...state.show, session: { ...state.show.session, phase: move.phase } } };
}

/** The lot on stage, by the rule of the server: the open one that ends first, else the next, else the last. */
function current(lots: Lot[]): Lot | null {
  const open = lots.filter((lot) => lot.times.status === 'OPEN');
  const ends = (lot: Lot) => Date.parse(lot.times.ends);
  const soonest = open.reduce<Lot | null>((one, other) => (one && ends(one) <= ends(other) ? one : other), null);
  return soonest ?? lots.find((lot) => lot.times.status === 'PLANNED') ?? lots.at(-1) ?? null;
}

export function withLine(state: State, line: Line): State {
  return { ...state, lines: merge(state.lines, [line]) };
}

export function withPost(state: State, post: HostPost): State {
  return { ...state, posts: merge(state.posts, [post]) };
}

function merge<T extends { position: number }>(known: T[], more: T[]): T[] {
  const fresh = more.filter((one) => !known.some((other) => other.position === one.position));
  return [...fresh, ...known].sort((a, b) => b.position - a.position).slice(0, ROWS_MAX);
}
