import type { Entry } from './file';

/** What the first entry follows, and the root of a ledger without entries. */
export const GENESIS = '0'.repeat(64);

const HASH_BYTES = 32;
const utf8 = new TextEncoder();

/** The bytes that an entry's hash covers, as docs/ledger.md gives them. */
export function bytesOf(auction: string, index: number, entry: Entry): Uint8Array<ArrayBuffer> {
  const fields = [auction, entry.post, entry.bidder, entry.verdict, entry.amountUnits, entry.currency].map((field) =>
    utf8.encode(field),
  );
  const bytes = new Uint8Array(fields.reduce((sum, field) => sum + 4 + field.length, HASH_BYTES + 12));
  const view = new DataView(bytes.buffer);
  bytes.set(fromHex(entry.previous));
  view.setUint32(HASH_BYTES, index);
  view.setBigInt64(HASH_BYTES + 4, microsOf(entry.at) ?? 0n);
  let at = HASH_BYTES + 12;
  for (const field of fields) {
    view.setUint32(at, field.length);
    bytes.set(field, at + 4);
    at += 4 + field.length;
  }
  return bytes;
}

export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Microseconds since 1970 of an instant as the platform writes it: UTC, fraction of none, three or six digits, never longer than needed. */
export function microsOf(at: string): bigint | null {
  const parts = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{3}|\.[0-9]{6})?Z$/.exec(at);
  if (!parts) return null;
  const millis = Date.parse(`${parts[1]}Z`);
  const fraction = parts[2] ?? '';
  const exists = !Number.isNaN(millis) && new Date(millis).toISOString() === `${parts[1]}.000Z`;
  if (!exists || fraction.endsWith('000')) return null;
  return BigInt(millis) * 1000n + BigInt(fraction.slice(1).padEnd(6, '0'));
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
