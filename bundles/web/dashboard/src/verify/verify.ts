import { bytesOf, GENESIS, hashOf } from './encoding';
import { readLedger, type Entry, type LedgerFile } from './file';
import { Unreadable } from './json';
import { Flaw, Standing } from './standing';

export type Verdict = 'INTACT' | 'BROKEN' | 'UNREADABLE';

/** What a check came to; the same findings and sentences as `./sothebais verify`. */
export interface Finding {
  verdict: Verdict;
  /** Index of the first broken entry; null when none is, or when the flaw is not in an entry. */
  entry: number | null;
  field: string | null;
  sentence: string;
  /** The hash of the last entry as computed here; null when an entry is broken. */
  root: string | null;
  /** The highest bid that stands. */
  highest: Entry | null;
  /** Something odd that is no flaw. */
  note: string | null;
  /** What was read; null when nothing could be. */
  file: LedgerFile | null;
}

/** Largest file that is read: about 190,000 entries. */
export const BYTES_MAX = 64 * 1024 * 1024;

/** Hashes computed at once; between two of these the page may draw. */
const CHUNK = 1000;
const HASH = /^[0-9a-f]{64}$/;

/** Checks the bytes of a file; `wantedRoot` is the root as published elsewhere, 64 lower-case hexadecimal digits. */
export async function verify(bytes: Uint8Array, wantedRoot: string | null): Promise<Finding> {
  try {
    return await run(readLedger(decode(bytes)), wantedRoot);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return finding('UNREADABLE', failure.message, { file: null });
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes.length > BYTES_MAX) {
    throw new Unreadable(`it is larger than ${BYTES_MAX / 1024 / 1024} MB, which no ledger is`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable('the file is not text in UTF-8');
  }
}

async function run(file: LedgerFile, wantedRoot: string | null): Promise<Finding> {
  const standing = new Standing();
  let head = GENESIS;
  for (let from = 0; from < file.entries.length; from += CHUNK) {
    const chunk = file.entries.slice(from, from + CHUNK);
    const hashes = await Promise.all(chunk.map((entry, i) => computed(file.auction, from + i, entry)));
    for (const [i, entry] of chunk.entries()) {
      try {
        check(from + i, entry, head, hashes[i] as string, standing);
      } catch (flaw) {
        if (!(flaw instanceof Flaw)) throw flaw;
        const sentence = `entry ${from + i}: ${flaw.message}`;
        return finding('BROKEN', sentence, { entry: from + i, field: flaw.field, note: standing.note, file });
      }
      head = entry.hash;
    }
  }
  const known = { root: head, note: standing.note, file };
  if (file.root !== head) {
    return finding('BROKEN', 'the root of the file is not the hash of its last entry', { ...known, field: 'root' });
  }
  if (file.claim !== '') {
    return finding('BROKEN', 'the file itself names a flaw, although its hashes hold', { ...known, field: 'flaw' });
  }
  if (wantedRoot !== null && wantedRoot !== head) {
    return finding('BROKEN', 'the root of the file is not the one it was compared with', { ...known, field: 'root' });
  }
  return finding('INTACT', 'every hash holds and leads to the root', { ...known, highest: standing.highest });
}

/** Computed before the previous hash is known to be right, so that many are computed at once; what has none gets none. */
async function computed(auction: string, index: number, entry: Entry): Promise<string> {
  return HASH.test(entry.previous) ? hashOf(bytesOf(auction, index, entry)) : '';
}

function check(index: number, entry: Entry, head: string, fields: string, standing: Standing): void {
  if (entry.index !== String(index)) throw new Flaw('index', `the index is not ${index}`);
  if (entry.previous !== head) throw new Flaw('previous', 'the previous hash is not the hash of the entry before');
  if (!HASH.test(entry.hash)) throw new Flaw('hash', 'the hash is not 64 lower-case hexadecimal digits');
  standing.checkForm(entry);
  if (entry.hash !== fields) throw new Flaw('hash', 'the hash is not what the fields give');
  standing.take(entry);
}

function finding(verdict: Verdict, sentence: string, known: Partial<Finding>): Finding {
  return { verdict, sentence, entry: null, field: null, root: null, highest: null, note: null, file: null, ...known };
}

/** The root that somebody pasted: 64 hexadecimal digits, or null when it is something else. */
export function rootOf(pasted: string): string | null {
  const hex = pasted.trim().toLowerCase().replace(/^0x/, '');
  return HASH.test(hex) ? hex : null;
}
