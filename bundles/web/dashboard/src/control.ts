import type { Cue, Rundown, TransitionKind } from './model';

/** What a director orders: calls one after the other, and what is said when they are done. */
export interface Order {
  calls: { path: string; body?: object }[];
  done: string;
}

export const TRANSITIONS: { kind: TransitionKind; name: string; millis: number }[] = [
  { kind: 'CUT', name: 'Cut', millis: 0 },
  { kind: 'FADE', name: 'Fade', millis: 700 },
  { kind: 'WIPE', name: 'Wipe', millis: 800 },
  { kind: 'STINGER', name: 'Stinger', millis: 1_400 },
];

/** Longest transition. */
export const LENGTH_MAX_MILLIS = 3_000;

/** A cue that is later or earlier than planned by less than this has not moved. */
const MOVED_MILLIS = 1_000;

const SOURCES: Record<string, string> = { show: 'Show', bars: 'Test pattern', standby: 'Standby' };

/** The name of a source, for people. */
export function sourceName(source: string): string {
  return SOURCES[source] ?? source;
}

export function preview(source: string): Order {
  return {
    calls: [{ path: '/api/stream/control/preview', body: { source } }],
    done: `${sourceName(source)} is on preview.`,
  };
}

export function take(kind: TransitionKind, millis: number, source: string): Order {
  const length = kind === 'CUT' ? {} : { length: `PT${millis / 1000}S` };
  return {
    calls: [{ path: '/api/stream/control/take', body: { transition: kind, ...length } }],
    done: `${sourceName(source)} goes on program.`,
  };
}

export function standby(): Order {
  return {
    calls: [...preview('standby').calls, ...take('FADE', 700, 'standby').calls],
    done: 'Standby goes on program.',
  };
}

export function keep(source: string): Order {
  return { calls: [{ path: '/api/stream/control/keep' }], done: `${sourceName(source)} stays on program.` };
}

export type Deed = 'fire' | 'skip' | 'hold' | 'go';

const DONE: Record<Deed, string> = {
  fire: 'happens now.',
  skip: 'is skipped.',
  hold: 'waits.',
  go: 'goes on at its time.',
};

export function deed(cue: Cue, what: Deed): Order {
  return {
    calls: [{ path: `/api/stream/rundown/cues/${encodeURIComponent(cue.id)}/${what}` }],
    done: `${cue.label} ${DONE[what]}`,
  };
}

export function holdAll(held: boolean): Order {
  return {
    calls: [{ path: '/api/stream/rundown/hold', body: { held } }],
    done: held ? 'The rundown is held; nothing happens by itself.' : 'The rundown goes on.',
  };
}

/** What can be done with a cue now. A mark only shows a moment. */
export function deeds(cue: Cue): Deed[] {
  if (cue.action.kind === 'MARK' || cue.state === 'FIRED') return [];
  if (cue.state === 'HELD') return ['go', 'fire', 'skip'];
  return cue.state === 'SKIPPED' ? ['go'] : ['fire', 'hold', 'skip'];
}

/** The next cue that does something. */
export function nextCue(rundown: Rundown | null): Cue | null {
  return rundown?.cues.find((cue) => deeds(cue).includes('fire') && cue.state !== 'HELD') ?? null;
}

/** The cue that happened last; of several at one instant the last in the list. */
export function current(cues: Cue[]): Cue | null {
  return cues.reduce<Cue | null>(
    (last, cue) => (cue.fired && (!last?.fired || Date.parse(cue.fired) >= Date.parse(last.fired)) ? cue : last),
    null,
  );
}

/** By how much a cue has moved, `+0:45` or `-0:10`; empty when it has not. */
export function moved(cue: Cue): string {
  const millis = Date.parse(cue.at) - Date.parse(cue.planned);
  if (Math.abs(millis) <= MOVED_MILLIS) return '';
  const seconds = Math.round(Math.abs(millis) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0) parts.shift();
  return (millis > 0 ? '+' : '−') + parts.map((part, i) => (i === 0 ? part : String(part).padStart(2, '0'))).join(':');
}

/** What a cue does, for people. */
export function effect(cue: Cue): string {
  const { kind, source, transition, mood, text } = cue.action;
  switch (kind) {
    case 'TAKE':
      return `${sourceName(source ?? '')}, ${(transition ?? 'CUT').toLowerCase()}`;
    case 'STING':
      return `Next lot, ${(transition ?? 'STINGER').toLowerCase()}`;
    case 'FEEL':
      return `Host looks ${(mood ?? '').toLowerCase()}`;
    case 'SAY':
      return `Host says “${text ?? ''}”`;
    case 'MARK':
      return '';
  }
}

/** What a key means at the desk. */
export type KeyAct =
  | { act: 'cut' | 'take' | 'next' | 'hold' | 'help' }
  | { act: 'kind'; kind: TransitionKind }
  | { act: 'source'; index: number };

const KINDS = new Map<string, TransitionKind>([
  ['f', 'FADE'],
  ['w', 'WIPE'],
  ['s', 'STINGER'],
]);

/** The meaning of a key alone; undefined for every other, and while something is held with it. */
export function keyAct(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>): KeyAct | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return undefined;
  const key = event.key.toLowerCase();
  if (key === ' ') return { act: 'cut' };
  if (key === 'enter') return { act: 'take' };
  if (key === 'n') return { act: 'next' };
  if (key === 'h') return { act: 'hold' };
  if (key === '?') return { act: 'help' };
  const kind = KINDS.get(key);
  if (kind) return { act: 'kind', kind };
  return /^[1-9]$/.test(key) ? { act: 'source', index: Number(key) - 1 } : undefined;
}
