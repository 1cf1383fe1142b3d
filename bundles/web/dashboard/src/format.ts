import type { Lot, Show } from './model';

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
