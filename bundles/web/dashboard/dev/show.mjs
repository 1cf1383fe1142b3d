// A small show as the server would tell it: a list of {at, event, data}, at in milliseconds from its start.

const ACCOUNTS = ['mara_k', 'tin_whistle', 'northlight', 'old_gavel', 'bea_lima'];
const WORKS = [
  ['Low Tide, Two Moons', 'Ines Calder', 'The sea withdrew for an hour and left its mirror behind.'],
  ['A Room for One Lamp', 'Ines Calder', 'Painted in one night, with the lamp that is in it.'],
];
const LOT_MILLIS = 45_000;
const PRE_MILLIS = 8_000;

const money = (tenths) => ({
  text: `${tenths / 10} ETH`,
  amount: `${tenths / 10}`,
  currency: 'ETH',
  units: `${BigInt(tenths) * 10n ** 17n}`,
});
const bidder = (handle) => ({
  account: `sandbox/${handle}`,
  handle,
  name: handle.replaceAll('_', ' '),
  wallet: `0x${'1f'.repeat(20)}`,
});

/** @param start epoch milliseconds of the first message */
export function recordShow(start) {
  const iso = (at) => new Date(start + at).toISOString();
  const messages = [];
  let position = 0;
  const bids = [];
  const lots = WORKS.map(([title, artist, story], index) => ({
    auction: `dev-${index + 1}`,
    session: 'dev-s1',
    work: { number: index + 1, title, artist, story, artwork: `/api/assets/${index + 1}`, seller: '0x00' },
    times: {
      status: 'PLANNED',
      opens: iso(PRE_MILLIS + index * LOT_MILLIS),
      ends: iso(PRE_MILLIS + (index + 1) * LOT_MILLIS),
      extensions: 0,
      extensionsMax: 3,
      pausedSince: null,
    },
    bidding: {
      startPrice: money(10),
      price: money(10),
      leader: null,
      nextMinimum: money(10),
      accepted: 0,
      refused: 0,
    },
    reserve: { exists: index === 0, hidden: index === 0, met: false, amount: null },
    result: {
      outcome: null,
      cause: null,
      winner: null,
      price: null,
      ledgerRoot: null,
      settlement: null,
      trouble: null,
    },
  }));

  const snapshot = (at, phase) => {
    const open = lots.find((lot) => lot.times.status === 'OPEN');
    const next = lots.find((lot) => lot.times.status === 'PLANNED');
    const data = {
      position: ++position,
      serverTime: iso(at),
      campaign: { id: 'dev', name: 'Twelve Lights', project: 'SothebAIs', zone: 'America/New_York' },
      session: {
        id: 'dev-s1',
        phase,
        zone: 'America/New_York',
        pre: iso(0),
        live: iso(PRE_MILLIS),
        post: iso(PRE_MILLIS + 2 * LOT_MILLIS),
        end: iso(PRE_MILLIS + 2 * LOT_MILLIS + 20_000),
      },
      lot: open ?? next ?? lots.at(-1),
      lots,
      bids: bids.slice(0, 50),
    };
    messages.push({ at, event: 'show', id: position, data: structuredClone(data) });
  };
  const say = (at, text, mood) => {
    messages.push({ at, event: 'host', id: ++position, data: { line: { position, text, mood, at: iso(at) } } });
  };
  const judge = (at, handle, text, amount, kind = 'ACCEPTED', reason = null, message = '') => {
    const lot = lots.find((one) => one.times.status === 'OPEN');
    const bid = {
      auction: lot.auction,
      post: { id: `sandbox/${position}`, handle, name: handle, text, at: iso(at - 18) },
      amount: amount ? money(amount) : null,
      verdict: { kind, reason, message, latencyMillis: 11 + (position % 23) },
      at: iso(at),
      story: `sandbox/${position}`,
      voided: false,
    };
    bids.unshift(bid);
    if (kind === 'ACCEPTED') {
      const accepted = lot.bidding.accepted + 1;
      lot.bidding = { ...lot.bidding, price: money(amount), leader: bidder(handle), nextMinimum: money(amount + 1), accepted };
      lot.reserve = { ...lot.reserve, met: amount >= 20 };
    } else {
      lot.bidding = { ...lot.bidding, refused: lot.bidding.refused + 1 };
    }
    messages.push({ at, event: 'bid', id: ++position, data: structuredClone(bid) });
    snapshot(at, 'LIVE');
  };

  const change = (at, lot, data) => {
    Object.assign(lot, data);
    messages.push({ at, event: 'lot', id: ++position, data: { auction: lot.auction, at: iso(at), ...data } });
  };
  /** The clock stands still, the leading bid is taken back, and the clock goes on. */
  const interrupt = (at, lot) => {
    change(at, lot, { times: { ...lot.times, pausedSince: iso(at) } });
    const [taken, standing] = bids.filter((bid) => bid.verdict.kind === 'ACCEPTED' && bid.auction === lot.auction);
    taken.voided = true;
    const tenths = Number(standing.amount.amount) * 10;
    const bidding = {
      ...lot.bidding,
      price: standing.amount,
      leader: bidder(standing.post.handle),
      nextMinimum: money(tenths + 1),
    };
    lot.bidding = bidding;
    messages.push({
      at: at + 1_500,
      event: 'lot',
      id: ++position,
      data: { auction: lot.auction, at: iso(at + 1_500), bidding, reserve: lot.reserve, voided: taken.post.id },
    });
    change(at + 4_500, lot, { times: { ...lot.times, pausedSince: null } });
    return tenths;
  };

  snapshot(0, 'PRE');
  say(500, 'Good evening, and welcome to Twelve Lights.', 'CALM');
  lots.forEach((lot, index) => {
    const opens = PRE_MILLIS + index * LOT_MILLIS;
    lot.times = { ...lot.times, status: 'OPEN' };
    snapshot(opens, 'LIVE');
    say(opens + 200, `Lot ${lot.work.number}, ${lot.work.title}, opens at 1 ETH.`, 'CURIOUS');
    let price = 10;
    for (let i = 0; i < 14; i++) {
      const at = opens + 1_500 + i * 2_600;
      if (index === 1 && (i === 7 || i === 8)) {
        if (i === 7) price = interrupt(at, lot);
        continue;
      }
      const handle = ACCOUNTS[(i + index) % ACCOUNTS.length];
      if (i % 5 === 2) judge(at, handle, '@sothebais 0.2 eth', 2, 'REJECTED', 'TOO_LOW', 'below the next minimum');
      else if (i % 7 === 4) {
        judge(at, 'lurker', '@sothebais I bid 3 ETH', 30, 'NEEDS_FUNDS', 'NEEDS_FUNDS', 'not enough free money in escrow');
      } else {
        price += 1 + (i % 3);
        judge(at, handle, `@sothebais ${price / 10} ETH for this one, it belongs on my wall`, price);
        say(at + 150, `${price / 10} ETH from @${handle}.`, 'EXCITED');
      }
    }
    lot.times = { ...lot.times, ends: iso(opens + LOT_MILLIS), extensions: 1 };
    snapshot(opens + 40_000, 'LIVE');
    const sold = {
      outcome: 'SOLD',
      winner: lot.bidding.leader,
      price: lot.bidding.price,
      ledgerRoot: 'ab'.repeat(32),
      settlement: index === 0 ? `0x${'cd'.repeat(32)}` : null,
    };
    lot.times = { ...lot.times, status: 'CLOSED' };
    lot.result = { ...lot.result, ...sold };
    snapshot(opens + LOT_MILLIS - 50, 'LIVE');
    say(opens + LOT_MILLIS - 40, `Sold to @${lot.bidding.leader.handle} for ${lot.bidding.price.text}!`, 'TRIUMPHANT');
  });
  snapshot(PRE_MILLIS + 2 * LOT_MILLIS, 'POST');
  return messages;
}

/** How the parts are, as the server sends it every two seconds. */
function output(name, target, state, at) {
  const traffic = { queued: state === 'UP' ? 2 : 0, queueMax: 320, bytes: Math.round(at * 580), droppedPackets: 0, reconnects: state === 'UP' ? 0 : 3 };
  return { name, target, state, failure: null, nextAttempt: null, traffic };
}

export function vitals(at) {
  return {
    health: {
      status: 'DEGRADED',
      parts: [
        { part: 'agent', status: 'WELL', message: 'Speaks with personality scripted and voice mary.' },
        { part: 'auction', status: 'WELL', message: 'Judges posts; p95 14 ms.' },
        { part: 'event', status: 'WELL', message: 'Position 412, nobody behind.' },
        { part: 'redis', status: 'DEGRADED', message: 'Not reachable at 127.0.0.1:6379; events wait in PostgreSQL. Start it.' },
        { part: 'stream', status: 'WELL', message: '30 frames a second to 2 outputs.' },
      ],
    },
    stream: {
      renderer: 'java2d',
      picture: { frames: at / 33, late: 1, dropped: 0, fps: 30, kbps: 1840 + (at % 130), encoder: 'libx264' },
      sound: {
        rmsDb: -22 + 8 * Math.sin(at / 900),
        peakDb: -6,
        loudness: {
          momentaryLufs: -18 + 6 * Math.sin(at / 900),
          shortTermLufs: -17,
          integratedLufs: -16.2,
          truePeakDb: -2,
        },
        silentSeconds: 0,
      },
      stateToFrame: { count: 80, p50Millis: 31, p95Millis: 48, p99Millis: 66 },
      postToFrame: { count: 64, p50Millis: 39, p95Millis: 61, p99Millis: 88 },
      compose: { count: 900, p50Millis: 0.6, p95Millis: 1.4, p99Millis: 3.9 },
      encode: { count: 900, p50Millis: 4.1, p95Millis: 6.2, p99Millis: 9.7 },
      drift: { soundMillis: 12.4, clockMillis: 3.1 },
      upForMillis: at,
      outputs: [
        output('hls', '/srv/sothebais/data/hls/live.m3u8', 'UP', at),
        output('recording', '/srv/sothebais/data/demo/2026-11-21/show.mp4', 'UP', at),
        {
          ...output('youtube', 'rtmps://a.rtmp.youtube.com/live2/***', 'WAITING', at / 3),
          failure: 'cannot connect to a.rtmp.youtube.com: Connection refused',
          nextAttempt: new Date(Date.now() + 9_000).toISOString(),
        },
      ],
      hls: '/hls/live.m3u8',
    },
    escrowBalanced: true,
    host: { linesSpoken: 3, repliesPosted: 2, announcementsPosted: 1, draftsWaiting: 0 },
    rehearsal: { stage: 'PLAYING', message: 'Lot 1 of 2 is open.', report: null },
  };
}
