/** What the server sends; the same shapes as in /api/openapi.json. */

export interface Money {
  text: string;
  amount: string;
  currency: string;
  units: string;
}

export interface Bidder {
  account: string;
  handle: string;
  name: string;
  wallet: string;
}

export interface Lot {
  auction: string;
  session: string;
  work: { number: number; title: string; artist: string; story: string; artwork: string };
  times: {
    status: 'PLANNED' | 'OPEN' | 'CLOSED';
    opens: string;
    ends: string;
    extensions: number;
    extensionsMax: number;
    /** While the clock stands still. */
    pausedSince: string | null;
  };
  bidding: {
    startPrice: Money;
    price: Money;
    leader: Bidder | null;
    nextMinimum: Money;
    accepted: number;
    refused: number;
  };
  reserve: { exists: boolean; hidden: boolean; met: boolean; amount: Money | null };
  result: {
    outcome: 'SOLD' | 'RETURNED' | null;
    cause: string | null;
    winner: Bidder | null;
    price: Money | null;
    ledgerRoot: string | null;
    settlement: string | null;
    trouble: string | null;
  };
}

export interface Bid {
  auction: string | null;
  post: { id: string; handle: string; name: string; text: string; at: string };
  amount: Money | null;
  verdict: { kind: string; reason: string | null; message: string; latencyMillis: number };
  at: string;
  story: string;
  /** Whether an admin took it back; it stays on the page. */
  voided: boolean;
  /** The parts of its lot that it changed; only on the live feed. */
  lot?: LotParts;
}

/** The parts of a lot that changed, as they are now; `voided` is the post of a bid that was taken back. */
export type LotParts = { auction: string; voided?: string } & Partial<Omit<Lot, 'auction'>>;

/** A session moved on. */
export interface SessionMove {
  session: string;
  phase: Phase;
}

export type Phase = 'PLANNED' | 'PRE' | 'LIVE' | 'POST' | 'ENDED';

export interface Show {
  position: number;
  serverTime: string;
  campaign: { id: string; name: string; project: string; zone: string } | null;
  session: {
    id: string;
    phase: Phase;
    zone: string;
    pre: string;
    live: string;
    post: string;
    end: string;
  } | null;
  lot: Lot | null;
  lots: Lot[];
  bids: Bid[];
  /** What the host said last; only on the live feed. */
  host?: { lines: Line[]; posts: HostPost[] };
}

export interface Line {
  position: number;
  text: string;
  mood: string;
  at: string;
}

export interface HostPost {
  position: number;
  text: string;
  replyTo: string | null;
  at: string;
}

export interface Activity {
  linesSpoken: number;
  repliesPosted: number;
  announcementsPosted: number;
  draftsWaiting: number;
}

export type Status = 'WELL' | 'DEGRADED' | 'DOWN';

export interface Health {
  status: Status;
  parts: { part: string; status: Status; message: string }[];
}

export interface Stream {
  renderer: string;
  picture: { frames: number; late: number; dropped: number; fps: number; kbps: number; encoder: string };
  sound: {
    rmsDb: number;
    peakDb: number;
    loudness: { momentaryLufs: number; shortTermLufs: number; integratedLufs: number; truePeakDb: number };
    silentSeconds: number;
  };
  stateToFrame: { count: number; p50Millis: number; p95Millis: number; p99Millis: number };
  postToFrame: { count: number; p50Millis: number; p95Millis: number; p99Millis: number };
  compose: { count: number; p50Millis: number; p95Millis: number; p99Millis: number };
  encode: { count: number; p50Millis: number; p95Millis: number; p99Millis: number };
  drift: { soundMillis: number; clockMillis: number };
  upForMillis: number;
  outputs: Output[];
  hls: string;
}

export interface Output {
  name: string;
  target: string;
  state: 'CONNECTING' | 'UP' | 'WAITING' | 'FAILED';
  failure: string | null;
  nextAttempt: string | null;
  traffic: { queued: number; queueMax: number; bytes: number; droppedPackets: number; reconnects: number };
}

export interface Page<T> {
  items: T[];
  /** Where the next page begins; null on the last. */
  next: string | null;
}

export interface Clip {
  auction: string;
  lot: number;
  title: string;
  opened: string;
  lengthMillis: number;
  bytes: number;
  href: string;
}

export interface AssetVersion {
  version: number;
  id: string;
  media: { type: string; bytes: number; width: number | null; height: number | null };
  uploaded: string;
  uploadedBy: string;
  url: string;
  origin: { tokenUri: string; tokenId: string | null; pictureUri: string } | null;
}

/** A token's picture that was kept as an asset, and what the token says. */
export interface Taken {
  asset: Asset;
  token: {
    name: string | null;
    description: string;
    artist: string | null;
    traits: { name: string; value: string }[];
    picture: string | null;
    animation: string | null;
  };
}

/** How far the server is with a token's picture. */
export interface Taking {
  uri: string;
  person: string;
  step: 'METADATA' | 'PICTURE';
  from: string;
  bytes: number;
  total: number | null;
  since: string;
}

export interface Asset {
  number: number;
  name: string;
  newest: AssetVersion;
  versions: number;
  trashed: { at: string; by: string; until: string } | null;
}

export interface AssetDetail {
  asset: Asset;
  versions: AssetVersion[];
  uses: { kind: string; place: string; label: string }[];
  deeds: { at: string; person: string; act: string; version: number | null; reason: string }[];
}

export type TransitionKind = 'CUT' | 'FADE' | 'WIPE' | 'STINGER';

export interface Control {
  program: string;
  preview: string;
  /** Null until something was taken; `by` is null when the rundown or the platform took it. */
  taken: { at: string; by: string | null; restored: boolean; until: string | null } | null;
  running: { kind: TransitionKind; frame: number; frames: number } | null;
  sources: string[];
}

export type CueState = 'PENDING' | 'NEXT' | 'FIRED' | 'SKIPPED' | 'HELD';

export interface Cue {
  id: string;
  label: string;
  at: string;
  /** As it was planned at first. */
  planned: string;
  state: CueState;
  automatic: boolean;
  fired: string | null;
  action: {
    kind: 'TAKE' | 'STING' | 'FEEL' | 'SAY' | 'MARK';
    source: string | null;
    transition: TransitionKind | null;
    lengthMillis: number | null;
    mood: string | null;
    text: string | null;
  };
}

export interface Rundown {
  held: boolean;
  cues: Cue[];
}

/** A rehearsal of a session; only for those who are logged in. */
export interface Rehearsed {
  id: string;
  session: string;
  speed: number;
  seed: number;
  started: string;
  stage: 'PREPARING' | 'PLAYING' | 'FINISHED' | 'FAILED' | 'ABORTED';
  message: string;
  recording: string;
  report: string | null;
}

export interface Vitals {
  health: Health;
  stream: Stream | null;
  escrowBalanced: boolean | null;
  host: Activity | null;
  rehearsal: { stage: string; message: string; report: string | null } | null;
}

export interface Session {
  loggedIn: boolean;
  name: string | null;
  expires: string | null;
}
