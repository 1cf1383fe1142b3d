import { describe, expect, it } from 'vitest';
import { bytes, day, doing, millis, taking } from './format';
import type { Asset, Output, Taking } from './model';
import { kind } from './parts/asset-picture';
import { mine } from './parts/token';
import { viewOf } from './route';
import { answer, mediaType } from './upload';

const NOW = Date.parse('2026-11-21T19:00:00Z');

function output(state: Output['state'], nextAttempt: string | null = null): Output {
  const traffic = { queued: 0, queueMax: 320, bytes: 0, droppedPackets: 0, reconnects: 0 };
  return { name: 'rtmp', target: 'rtmp://host', state, failure: null, nextAttempt, traffic };
}

describe('the words of the pages', () => {
  it('count sizes in steps of a thousand', () => {
    expect([0, 999, 1_000, 11_504_132, 999_600, 123_456_789, 5e12].map(bytes)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '11.5 MB',
      '1.0 MB',
      '123 MB',
      '5.0 TB',
    ]);
  });

  it('tell what an output does and when it tries again', () => {
    expect(doing(output('UP'), NOW)).toBe('up');
    expect(doing(output('FAILED'), NOW)).toBe('given up');
    expect(doing(output('WAITING', '2026-11-21T19:00:09.400Z'), NOW)).toBe('tries again in 0:10');
    expect(doing(output('WAITING', '2026-11-21T18:59:59Z'), NOW)).toBe('tries again now');
  });

  it('keep a digit of what is short', () => {
    expect([0, 0.42, 6.24, 61, 1_500].map(millis)).toEqual(['0 ms', '0.4 ms', '6.2 ms', '61 ms', '1.5 s']);
  });

  it('say days in the zone of the show', () => {
    expect(day(NOW, 'America/New_York')).toBe('21 Nov 2026, 14:00');
  });

  it('name the kind of a content', () => {
    const asset = stored();
    expect(kind(asset.newest)).toBe('SVG, 800 × 600');
    expect(kind({ ...asset.newest, media: { type: 'video/mp4', bytes: 1, width: null, height: null } })).toBe('MP4');
  });
});

describe('addresses of views', () => {
  it('lead to views, and places within a page to none', () => {
    expect([viewOf(''), viewOf('#/'), viewOf('#/control'), viewOf('#/clips'), viewOf('#/assets'), viewOf('#main')]).toEqual([
      'show',
      'show',
      'control',
      'clips',
      'assets',
      undefined,
    ]);
  });
});

describe('the picture of a token', () => {
  it('is known among the calls by its address, also where that is shortened', () => {
    const call = (uri: string): Taking => ({ uri, person: 'ada', step: 'PICTURE', from: '', bytes: 0, total: null, since: '' });
    const long = `data:application/json,${'a'.repeat(1_000)}`;
    const calls = [call('ipfs://a'), call(`${long.slice(0, 500)}... (${long.length} characters)`)];
    expect(mine(calls, 'ipfs://a')).toBe(calls[0]);
    expect(mine(calls, long)).toBe(calls[1]);
    expect(mine(calls, `${long}b`)).toBeNull();
    expect(mine(calls, 'ipfs://b')).toBeNull();
  });

  it('tells how far it is', () => {
    const call: Taking = { uri: 'ipfs://a', person: 'ada', step: 'METADATA', from: '', bytes: 0, total: null, since: '' };
    expect([
      taking(null),
      taking(call),
      taking({ ...call, from: 'ipfs.io' }),
      taking({ ...call, step: 'PICTURE' }),
      taking({ ...call, step: 'PICTURE', from: 'ipfs.io', bytes: 1_200_000 }),
      taking({ ...call, step: 'PICTURE', from: 'ipfs.io', bytes: 1_200_000, total: 4_000_000 }),
      taking({ ...call, step: 'PICTURE', from: 'ipfs.io', bytes: 4_000_000, total: 4_000_000 }),
    ]).toEqual([
      'Looking for what the token says',
      'Looking for what the token says',
      'Reading what the token says at ipfs.io',
      'Looking for the picture',
      '1.2 MB of the picture from ipfs.io',
      '1.2 MB of 4.0 MB from ipfs.io',
      'Checking the picture',
    ]);
  });
});

describe('uploads', () => {
  it('claim no type that would be refused unread', () => {
    expect(mediaType('image/webp')).toBe('image/webp');
    expect(mediaType('')).toBe('application/octet-stream');
    expect(mediaType('text/plain')).toBe('application/octet-stream');
  });

  it('give the asset, or the words of the server', () => {
    expect(answer(201, JSON.stringify({ success: true, data: stored(), error: null }))).toEqual(stored());
    const refused = { success: false, data: null, error: { code: 'NOT_MEDIA', message: 'This is no picture.' } };
    expect(() => answer(415, JSON.stringify(refused))).toThrow('This is no picture.');
    expect(() => answer(502, '<html>')).toThrow('The server answered 502 without an explanation.');
  });
});

function stored(): Asset {
  return {
    number: 3,
    name: 'koi.svg',
    newest: {
      version: 1,
      id: 'a'.repeat(64),
      media: { type: 'image/svg+xml', bytes: 183, width: 800, height: 600 },
      uploaded: '2026-11-21T19:00:00Z',
      uploadedBy: 'ada',
      url: `/api/assets/${'a'.repeat(64)}`,
      origin: null,
    },
    versions: 1,
    trashed: null,
  };
}
