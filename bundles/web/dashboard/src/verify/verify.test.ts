import { describe, expect, it } from 'vitest';
import vectors from '../../../../../docs/ledger-vectors.json';
import { bytesOf, hashOf, microsOf, toHex } from './encoding';
import { rootOf, verify } from './verify';

interface Sample {
  name: string;
  text?: string;
  base?: string;
  old?: string;
  new?: string;
  wantedRoot?: string;
  verdict: string;
  entry?: number;
  field?: string;
  sentence: string;
}

const samples = vectors.files as Sample[];
const utf8 = new TextEncoder();

function textOf(sample: Sample): string {
  if (sample.text !== undefined) return sample.text;
  const base = samples.find((other) => other.name === sample.base)?.text ?? '';
  return base.replace(sample.old as string, () => sample.new as string);
}

describe('a ledger', () => {
  it.each(samples)('$name', async (sample) => {
    const finding = await verify(utf8.encode(textOf(sample)), sample.wantedRoot ?? null);
    expect({ verdict: finding.verdict, entry: finding.entry ?? undefined, field: finding.field ?? undefined, sentence: finding.sentence }).toEqual({
      verdict: sample.verdict,
      entry: sample.entry,
      field: sample.field,
      sentence: sample.sentence,
    });
  });

  it('is encoded and hashed as the vectors say', async () => {
    for (const vector of vectors.vectors) {
      const { index, previous, hash, line } = vector;
      const bytes = bytesOf(vector.auction, index, { index: String(index), previous, hash, ...line });
      expect(toHex(bytes)).toBe(vector.bytes);
      expect(await hashOf(bytes)).toBe(hash);
    }
  });

  // It verifies a thousand files, which takes a busy machine longer than the five seconds that other tests have.
  it('shows every byte that changed', { timeout: 60_000 }, async () => {
    const bytes = utf8.encode(textOf(samples[0] as Sample));
    for (let i = 0; i < bytes.length; i++) {
      const changed = bytes.slice();
      changed[i] = (changed[i] as number) ^ (1 << i % 8);
      expect((await verify(changed, null)).verdict, `byte ${i}`).not.toBe('INTACT');
    }
  });

  it('says that the clock was set back', async () => {
    const sample = samples.find((one) => one.name === 'the clock was set back') as Sample;
    expect((await verify(utf8.encode(textOf(sample)), null)).note).toContain('entry 1 is dated before');
  });

  it('of bytes that are no text is unreadable', async () => {
    expect((await verify(Uint8Array.of(0x7b, 0xff), null)).sentence).toBe('the file is not text in UTF-8');
  });
});

describe('what people paste as a root', () => {
  it('may have spaces, capitals and 0x', () => {
    expect(rootOf(` 0x${'AB'.repeat(32)}\n`)).toBe('ab'.repeat(32));
    expect(rootOf('0x12')).toBeNull();
    expect(rootOf('')).toBeNull();
  });
});

describe('an instant', () => {
  it('has one spelling', () => {
    expect(microsOf('1970-01-01T00:00:00Z')).toBe(0n);
    expect(microsOf('1969-12-31T23:59:59.999999Z')).toBe(-1n);
    expect(microsOf('0001-01-01T00:00:00Z')).toBe(-62135596800000000n);
    for (const other of ['1970-01-01T00:00:00.000Z', '1970-01-01T00:00Z', '2026-02-30T00:00:00Z', '2026-01-01T24:00:00Z']) {
      expect(microsOf(other), other).toBeNull();
    }
  });
});
