import { describe, expect, it } from 'vitest';
import type { Bid, Lot, Show } from './model';
import { clock, countdown, meter, millis, reserve, short, target, words, zoneName } from './format';
import { EMPTY, ROWS_MAX, withBid, withLine, withLot, withSession, withShow } from './state';

function bid(id: number): Bid {
  return {
    auction: 'demo-1',
    post: { id: `sandbox/${id}`, handle: 'ann', name: 'Ann', text: 'one', at: '2026-11-21T19:00:00Z' },
    amount: null,
    verdict: { kind: 'ACCEPTED', reason: null, message: '', latencyMillis: 12 },
    at: '2026-11-21T19:00:00.012Z',
    story: `sandbox/${id}`,
    voided: false,
  };
}

function show(bids: Bid[], campaign = 'demo'): Show {
  return {
    position: 1,
    serverTime: '2026-11-21T19:00:10Z',
    campaign: { id: campaign, name: 'Demo', project: 'Us', zone: 'America/New_York' },
    session: null,
    lot: null,
    lots: [],
    bids,
  };
}

function lot(status: Lot['times']['status'], exists: boolean, met: boolean): Lot {
  return {
    times: { status, opens: '2026-11-21T19:00:30Z', ends: '2026-11-21T19:01:00Z', extensions: 0, extensionsMax: 3, pausedSince: null },
    reserve: { exists, hidden: true, met, amount: null },
  } as Lot;
}

describe('the state of the page', () => {
  it('takes the clock and the bids of a snapshot', () => {
    const state = withShow(EMPTY, show([bid(1)]), Date.parse('2026-11-21T19:00:07Z'));
    expect(state.offsetMillis).toBe(3000);
    expect(state.bids).toHaveLength(1);
  });

  it('shows the newest bid first', () => {
    const state = withBid(withBid(EMPTY, bid(1)), bid(2));
    expect(state.bids.map((one) => one.post.id)).toEqual(['sandbox/2', 'sandbox/1']);
  });

  it('puts the parts of a lot in place and finds the lot on stage', () => {
    const times = { status: 'PLANNED' as const, opens: '', ends: '', extensions: 0, extensionsMax: 3, pausedSince: null };
    const lots = ['a', 'b'].map((auction) => ({ auction, work: { title: auction }, times }) as Lot);
    let state = withShow(EMPTY, { ...show([]), lots, lot: lots[0]! }, 0);
    state = withLot(state, { auction: 'b', times: { ...times, status: 'OPEN' } });
    expect(state.show?.lot?.auction).toBe('b');
    expect(state.show?.lots[1]?.work.title).toBe('b');
    const bidding = { accepted: 3 } as Lot['bidding'];
    state = withBid(state, { ...bid(1), lot: { auction: 'a', bidding } });
    expect(state.show?.lots[0]?.bidding.accepted).toBe(3);
    expect(state.show?.lot?.auction).toBe('b');
    expect(withLot(state, { auction: 'other' }).show?.lots).toHaveLength(2);
  });

  it('marks the bid that was taken back and puts the lot as it is behind it', () => {
    const bidding = { accepted: 2, price: { text: '1 ETH' } } as Lot['bidding'];
    const lots = [{ auction: 'a', times: { status: 'OPEN', ends: '' } } as Lot];
    let state = withBid(withBid(withShow(EMPTY, { ...show([]), lots, lot: lots[0]! }, 0), bid(1)), bid(2));
    state = withLot(state, { auction: 'a', bidding, voided: 'sandbox/1' });
    expect(state.bids.map((one) => one.voided)).toEqual([false, true]);
    expect(state.show?.lots[0]).not.toHaveProperty('voided');
    expect(state.show?.lot?.bidding.accepted).toBe(2);
  });

  it('puts the open lot that ends first on stage', () => {
    const open = (auction: string, ends: string) => ({ auction, times: { status: 'OPEN', ends } }) as Lot;
    const lots = [open('a', '2026-11-21T19:02:00Z'), open('b', '2026-11-21T19:01:00Z')];
    const state = withShow(EMPTY, { ...show([]), lots, lot: lots[1]! }, 0);
    expect(withLot(state, { auction: 'a' }).show?.lot?.auction).toBe('b');
    const later = { ...lots[1]!.times, ends: '2026-11-21T19:03:00Z' };
    expect(withLot(state, { auction: 'b', times: later }).show?.lot?.auction).toBe('a');
  });

  it('moves the session it shows and no other', () => {
    const session = { id: 's1', phase: 'PRE' as const, zone: '', pre: '', live: '', post: '', end: '' };
    const state = withShow(EMPTY, { ...show([]), session }, 0);
    expect(withSession(state, { session: 's1', phase: 'LIVE' }).show?.session?.phase).toBe('LIVE');
    expect(withSession(state, { session: 's2', phase: 'LIVE' }).show?.session?.phase).toBe('PRE');
  });

  it('keeps a limited number of bids and lines', () => {
    let state = EMPTY;
    for (let i = 0; i < 200; i++) {
      state = withBid(state, bid(i));
      state = withLine(state, { position: i, text: 'x', mood: 'CALM', at: '' });
    }
    expect(state.bids).toHaveLength(ROWS_MAX);
    expect(state.lines).toHaveLength(ROWS_MAX);
    expect(state.lines[0]?.position).toBe(199);
  });

  it('takes the lines of the host from a snapshot and adds later ones', () => {
    const earlier = { position: 3, text: 'earlier', mood: 'CALM', at: '' };
    let state = withShow(EMPTY, { ...show([]), host: { lines: [earlier], posts: [] } }, 0);
    state = withLine(state, { position: 7, text: 'later', mood: 'CALM', at: '' });
    expect(state.lines.map((line) => line.position)).toEqual([7, 3]);
    expect(withShow(state, show([], 'next'), 0).lines).toHaveLength(0);
  });
});

describe('the words of the page', () => {
  it('count down to zero and not below', () => {
    expect(countdown(65_000)).toBe('1:05');
    expect(countdown(64_001)).toBe('1:05');
    expect(countdown(3_723_000)).toBe('1:02:03');
    expect(countdown(-5)).toBe('0:00');
  });

  it('count to the opening, then to the end', () => {
    expect(target({ ...show([]), lot: lot('PLANNED', true, false) })?.label).toBe('Opens in');
    expect(target({ ...show([]), lot: lot('OPEN', true, false) })?.at).toBe(Date.parse('2026-11-21T19:01:00Z'));
    expect(target({ ...show([]), lot: lot('CLOSED', true, false) })).toBeNull();
    expect(target(null)).toBeNull();
    const stopped = lot('OPEN', true, false);
    stopped.times.pausedSince = '2026-11-21T19:00:40Z';
    expect(target({ ...show([]), lot: stopped })?.since).toBe(Date.parse('2026-11-21T19:00:40Z'));
  });

  it('tell the reserve without its amount when it is hidden', () => {
    expect(reserve(lot('OPEN', true, false))).toBe('Reserve not met');
    expect(reserve(lot('OPEN', true, true))).toBe('Reserve met');
    expect(reserve(lot('OPEN', false, true))).toBe('No reserve');
  });

  it('are short', () => {
    expect(clock(Date.parse('2026-11-21T19:00:00Z'), 'America/New_York')).toBe('14:00:00');
    expect(zoneName('America/New_York')).toBe('New York');
    expect(millis(12.4)).toBe('12 ms');
    expect(millis(1500)).toBe('1.5 s');
    expect(meter(-60)).toBe(0);
    expect(meter(0)).toBe(100);
    expect(meter(-100)).toBe(0);
    expect(short(`0x${'ab'.repeat(32)}`)).toBe('0xabab…abab');
    expect(words('NEEDS_WALLET')).toBe('needs wallet');
  });
});
