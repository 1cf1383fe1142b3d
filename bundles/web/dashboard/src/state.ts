import type { Bid, Host, HostPost, Line, Session, Show, Vitals } from './model';

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

/** A snapshot has the newest bids and replaces what we had. */
export function withShow(state: State, show: Show, nowMillis: number): State {
  const another = state.show?.campaign?.id !== show.campaign?.id;
  return {
    ...state,
    show,
    bids: show.bids,
    lines: another && state.show ? [] : state.lines,
    posts: another && state.show ? [] : state.posts,
    offsetMillis: Date.parse(show.serverTime) - nowMillis,
  };
}

/** A bid may come twice: as a message of its own and in a snapshot. */
export function withBid(state: State, bid: Bid): State {
  if (state.bids.some((known) => known.post.id === bid.post.id && known.at === bid.at)) return state;
  return { ...state, bids: [bid, ...state.bids].slice(0, ROWS_MAX) };
}

export function withHost(state: State, host: Host): State {
  return { ...state, lines: merge(state.lines, host.lines), posts: merge(state.posts, host.posts) };
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
