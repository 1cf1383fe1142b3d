import type { Lot, Output, Show, Taking } from './model';

/** `1:05` or `1:02:03`; never negative. */
export function countdown(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  if (hours > 0) parts.unshift(hours);
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** What the clock beside the price counts to; while a lot is paused it stands still at `since`. */
export function target(show: Show | null): { label: string; at: number; since?: number } | null {
  const lot = show?.lot ?? null;
  if (lot?.times.status === 'OPEN' && lot.times.pausedSince) {
    return { label: 'Paused with', at: Date.parse(lot.times.ends), since: Date.parse(lot.times.pausedSince) };
  }
  if (lot?.times.status === 'OPEN') return { label: 'Closes in', at: Date.parse(lot.times.ends) };
  if (lot?.times.status === 'PLANNED' && show?.session?.phase !== 'ENDED') {
    return { label: 'Opens in', at: Date.parse(lot.times.opens) };
  }
  return null;
}

/** Wall-clock time in a zone, with seconds. */
export function clock(millis: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(millis);
}

/** `New York` for `America/New_York`. */
export function zoneName(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}

export function millis(value: number): string {
  if (value >= 10_000) return `${Math.round(value / 1000)} s`;
  if (value > 0 && value < 9.95) return `${value.toFixed(1)} ms`;
  return value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value)} ms`;
}

/** Loudness; a dash while there is none. */
export function lufs(value: number): string {
  return value <= -100 ? '-' : `${value.toFixed(1)} LUFS`;
}

/** Position of a level on a meter from -60 dB to 0 dB, 0 to 100. */
export function meter(db: number): number {
  return Math.round(Math.min(100, Math.max(0, ((db + 60) / 60) * 100)));
}

export function reserve(lot: Lot): string {
  if (!lot.reserve.exists) return 'No reserve';
  const amount = lot.reserve.amount ? ` (${lot.reserve.amount.text})` : '';
  return (lot.reserve.met ? 'Reserve met' : 'Reserve not met') + amount;
}

/** `0x12ab…89ef` */
export function short(hash: string): string {
  return hash.length > 14 ? `${hash.slice(0, 6)}…${hash.slice(-4)}` : hash;
}

/** `NEEDS_WALLET` as `needs wallet`. */
export function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

/** `812 B`, `3.4 MB`, in steps of a thousand as disks are sold. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = count;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** Day and time in a zone, `21 Nov 2026, 19:04`. */
export function day(millis: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(millis);
}

/** What an output is doing, for people. */
export function doing(output: Output, nowMillis: number): string {
  switch (output.state) {
    case 'UP':
      return 'up';
    case 'CONNECTING':
      return 'connecting…';
    case 'FAILED':
      return 'given up';
    case 'WAITING': {
      const left = output.nextAttempt ? Date.parse(output.nextAttempt) - nowMillis : 0;
      return left > 0 ? `tries again in ${countdown(left)}` : 'tries again now';
    }
  }
}

/** How far a call is that takes the picture of a token. */
export function taking(call: Taking | null): string {
  if (!call || !call.from) return call?.step === 'PICTURE' ? 'Looking for the picture' : 'Looking for what the token says';
  if (call.step === 'METADATA') return `Reading what the token says at ${call.from}`;
  if (call.total === null) return `${bytes(call.bytes)} of the picture from ${call.from}`;
  return call.bytes < call.total
    ? `${bytes(call.bytes)} of ${bytes(call.total)} from ${call.from}`
    : 'Checking the picture';
}

/** Wall-clock time with seconds, and the day in front when it is another one than now. */
export function moment(millis: number, nowMillis: number, zone: string): string {
  const date = (at: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short' }).format(at);
  return date(millis) === date(nowMillis) ? clock(millis, zone) : `${date(millis)}, ${clock(millis, zone)}`;
}

/** The zone of whoever looks at the page. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
