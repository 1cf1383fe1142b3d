import { describe, expect, it } from 'vitest';
import { current, deed, deeds, effect, keyAct, moved, nextCue, standby, take } from './control';
import { countdown, moment } from './format';
import type { Cue, CueState, Rehearsed } from './model';
import { running } from './parts/rehearsal';

const AT = '2026-11-21T19:30:00Z';
const NOW = Date.parse(AT);

function cue(state: CueState = 'PENDING', more: Partial<Cue> = {}): Cue {
  const action: Cue['action'] = {
    kind: 'TAKE',
    source: 'standby',
    transition: 'FADE',
    lengthMillis: 700,
    mood: null,
    text: null,
  };
  return { id: 'added-1', label: 'Break', at: AT, planned: AT, state, automatic: false, fired: null, action, ...more };
}

const mark: Cue['action'] = { kind: 'MARK', source: null, transition: null, lengthMillis: null, mood: null, text: null };
const key = (name: string, more: object = {}) =>
  keyAct({ key: name, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more });

describe('orders of the desk', () => {
  it('give a length to what takes time and none to a cut', () => {
    expect(take('FADE', 1_500, 'bars').calls).toEqual([
      { path: '/api/stream/control/take', body: { transition: 'FADE', length: 'PT1.5S' } },
    ]);
    expect(take('CUT', 0, 'bars').calls[0]?.body).toEqual({ transition: 'CUT' });
    expect(take('CUT', 0, 'bars').done).toBe('Test pattern goes on program.');
  });

  it('put standby on preview before they take it', () => {
    expect(standby().calls.map((call) => call.path)).toEqual(['/api/stream/control/preview', '/api/stream/control/take']);
  });

  it('write the name of a cue so that it stays one', () => {
    expect(deed(cue('PENDING', { id: 'a/b' }), 'fire').calls[0]?.path).toBe('/api/stream/rundown/cues/a%2Fb/fire');
  });
});

describe('cues', () => {
  it('offer what fits their state', () => {
    expect(deeds(cue('NEXT'))).toEqual(['fire', 'hold', 'skip']);
    expect(deeds(cue('HELD'))).toEqual(['go', 'fire', 'skip']);
    expect(deeds(cue('SKIPPED'))).toEqual(['go']);
    expect(deeds(cue('FIRED'))).toEqual([]);
    expect(deeds(cue('NEXT', { action: mark }))).toEqual([]);
  });

  it('say by how much they have moved', () => {
    expect(moved(cue())).toBe('');
    expect(moved(cue('NEXT', { planned: '2026-11-21T19:29:59.400Z' }))).toBe('');
    expect(moved(cue('NEXT', { planned: '2026-11-21T19:29:15Z' }))).toBe('+0:45');
    expect(moved(cue('NEXT', { planned: '2026-11-21T20:30:10Z' }))).toBe('−1:00:10');
  });

  it('are current when they happened last', () => {
    const early = cue('FIRED', { id: 'a', fired: '2026-11-21T19:00:00Z' });
    const late = cue('FIRED', { id: 'b', fired: '2026-11-21T19:10:00Z' });
    expect(current([late, early, cue()])).toBe(late);
    expect(current([cue()])).toBeNull();
    const whole = cue('FIRED', { id: 'c', fired: '2026-11-21T19:00:00Z' });
    const half = cue('FIRED', { id: 'd', fired: '2026-11-21T19:00:00.500Z' });
    expect(current([whole, half])).toBe(half);
    expect(current([half, whole])).toBe(half);
  });

  it('are fired by key in the order of the rundown, marks and held ones left out', () => {
    const wanted = cue('PENDING', { id: 'wanted' });
    expect(nextCue({ held: false, cues: [cue('FIRED'), cue('NEXT', { action: mark }), cue('HELD'), wanted] })).toBe(wanted);
    expect(nextCue({ held: false, cues: [] })).toBeNull();
  });

  it('tell what they do', () => {
    expect(effect(cue())).toBe('Standby, fade');
    const say: Cue['action'] = { ...mark, kind: 'SAY', mood: 'CALM', text: 'Lot {lot} follows.' };
    expect(effect(cue('NEXT', { action: say }))).toBe('Host says “Lot {lot} follows.”');
    expect(effect(cue('NEXT', { action: mark }))).toBe('');
  });

  it('have their time in the zone of whoever looks, with the day when it is another', () => {
    expect(moment(NOW, NOW, 'Europe/Berlin')).toBe('20:30:00');
    expect(moment(NOW + 6 * 3_600_000, NOW, 'Europe/Berlin')).toBe('22 Nov, 02:30:00');
    expect(countdown(90_000)).toBe('1:30');
  });
});

describe('keys', () => {
  it('are those of a production switcher', () => {
    expect(key(' ')).toEqual({ act: 'cut' });
    expect(key('Enter')).toEqual({ act: 'take' });
    expect(key('W')).toEqual({ act: 'kind', kind: 'WIPE' });
    expect(key('3')).toEqual({ act: 'source', index: 2 });
    expect(key('n')).toEqual({ act: 'next' });
    expect(key('?')).toEqual({ act: 'help' });
  });

  it('mean nothing when they repeat or something is held with them', () => {
    expect(key(' ', { repeat: true })).toBeUndefined();
    expect(key('s', { ctrlKey: true })).toBeUndefined();
    expect(key('0')).toBeUndefined();
    expect(key('constructor')).toBeUndefined();
  });
});

describe('the sign of a rehearsal', () => {
  it('is there while one is prepared or plays', () => {
    const of = (stage: Rehearsed['stage']) => ({ stage }) as Rehearsed;
    expect(running([of('ABORTED'), of('PLAYING')])?.stage).toBe('PLAYING');
    expect(running([of('PREPARING')])?.stage).toBe('PREPARING');
    expect(running([of('FINISHED'), of('FAILED')])).toBeNull();
  });
});
