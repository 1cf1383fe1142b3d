// Show control for the page without the platform: a desk in memory that takes at once, and a rundown around now.
const KINDS = ['CUT', 'FADE', 'WIPE', 'STINGER'];
const at = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();
const mark = { kind: 'MARK', source: null, transition: null, lengthMillis: null, mood: null, text: null };
const takes = (source, transition) => ({ ...mark, kind: 'TAKE', source, transition, lengthMillis: 1000 });

const control = {
  program: 'show',
  preview: 'standby',
  taken: null,
  running: null,
  sources: ['show', 'bars', 'default', 'standby', 'gala'],
};
const rundown = { held: false, cues: [] };

function cue(id, label, seconds, action, more = {}) {
  const when = at(seconds);
  return { id, label, at: when, planned: when, state: seconds < 0 ? 'FIRED' : 'PENDING', automatic: true, fired: seconds < 0 ? when : null, action, ...more };
}

/** @param restored as after a restart with the test pattern on program */
export function prepare(idle, restored) {
  if (restored) {
    control.program = 'bars';
    control.taken = { at: at(-400), by: 'ada', restored: true, until: at(95) };
  }
  if (idle) return;
  const moved = (seconds, by) => ({ planned: at(seconds - by) });
  rundown.cues.push(
    cue('dev-s1.doors', 'Doors', -900, takes('show', 'FADE')),
    cue('dev-s1.live', 'Live', -300, mark),
    cue('dev-1.opens', 'Lot 1 opens', -290, mark),
    cue('dev-1.last-call', 'Lot 1 last call', -20, mark, moved(-20, 45)),
    cue('dev-1.closes', 'Lot 1 closes', 15, mark, moved(15, 45)),
    cue('added-1', 'Welcome the late ones', 20, { ...mark, kind: 'SAY', mood: 'AMUSED', text: 'Whoever has just come in: we are at lot {lot}, {title}, and {price} is the price.' }, { automatic: false }),
    cue('dev-2.stinger', 'Lot 2 stinger', 22, { ...mark, kind: 'STING', transition: 'STINGER', lengthMillis: 1400 }, moved(22, 45)),
    cue('dev-2.opens', 'Lot 2 opens', 23, mark, moved(23, 45)),
    cue('added-2', 'Break', 200, takes('standby', 'FADE'), { automatic: false, state: 'HELD' }),
    cue('dev-2.last-call', 'Lot 2 last call', 290, mark, moved(290, 45)),
    cue('dev-2.closes', 'Lot 2 closes', 320, mark, { ...moved(320, 45), state: 'SKIPPED' }),
    cue('dev-s1.standby', 'Standby', 620, takes('standby', 'FADE')),
  );
}

function settle() {
  let next = false;
  for (const one of rundown.cues) {
    if (!['PENDING', 'NEXT'].includes(one.state)) continue;
    if (!rundown.held && Date.parse(one.at) <= Date.now()) {
      Object.assign(one, { state: 'FIRED', fired: new Date().toISOString() });
      continue;
    }
    one.state = next ? 'PENDING' : 'NEXT';
    next = true;
  }
}

/** The data of the answer, {refused} with its words, or null for another address. */
export function desk(method, path, body, person) {
  settle();
  if (path === '/api/stream/control') return control;
  if (path === '/api/stream/rundown') return rundown;
  if (method !== 'POST') return null;
  if (path === '/api/stream/control/preview') {
    if (!control.sources.includes(body.source)) return { refused: `There is no source '${body.source}'.` };
    control.preview = body.source;
    return control;
  }
  if (path === '/api/stream/control/take' && KINDS.includes(body.transition)) {
    if (control.running && body.transition !== 'CUT') return { refused: 'A transition runs; cut, or try again in 3 s.' };
    [control.program, control.preview] = [control.preview, control.program];
    control.taken = { at: at(0), by: person, restored: false, until: null };
    control.running = body.transition === 'CUT' ? null : { kind: body.transition, frame: 4, frames: 21 };
    setTimeout(() => (control.running = null), 1000);
    return control;
  }
  if (path === '/api/stream/control/keep') {
    control.taken = { at: at(0), by: person, restored: false, until: null };
    return control;
  }
  if (path === '/api/stream/rundown/hold') return Object.assign(rundown, { held: body.held });
  if (path === '/api/stream/rundown/cues') {
    const { say, source, mood, transition } = body;
    const kind = say ? 'SAY' : source ? 'TAKE' : mood ? 'FEEL' : 'MARK';
    const action = { ...mark, kind, source: source ?? null, transition: transition ?? null, mood: mood ?? null, text: say ?? null };
    rundown.cues.push({ ...cue(`added-${rundown.cues.length}`, body.label, 0, action), at: body.at, planned: body.at, automatic: false });
    rundown.cues.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    return rundown.cues.at(-1);
  }
  const [, id, what] = /^\/api\/stream\/rundown\/cues\/([^/]+)\/(fire|skip|hold|go)$/.exec(path) ?? [];
  const found = rundown.cues.find((one) => one.id === decodeURIComponent(id ?? ''));
  if (!found) return null;
  Object.assign(found, { fire: { state: 'FIRED', fired: at(0) }, skip: { state: 'SKIPPED' }, hold: { state: 'HELD' }, go: { state: 'PENDING' } }[what]);
  return found;
}

/** A picture of a source. */
export function still(source) {
  const bars = ['#bfbfbf', '#bfbf00', '#00bfbf', '#00bf00', '#bf00bf', '#bf0000', '#0000bf'];
  const inside = source === 'bars'
    ? bars.map((colour, index) => `<rect x="${index * 183}" width="184" height="720" fill="${colour}"/>`).join('')
    : `<rect width="1280" height="720" fill="#1c1830"/><text x="640" y="380" fill="#f4f0e6" font-family="serif" font-size="80" text-anchor="middle">${source}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" width="1280" height="720">${inside}</svg>`;
}

export const previewed = () => control.preview;

export const rehearsal = {
  id: 'rehearsal-sandbox-20261121-190000-000',
  session: 'spring-2026-11-21',
  speed: 60,
  seed: 20_260_101,
  started: at(-30),
  stage: 'PLAYING',
  message: 'Lot 1 of 3 is open.',
  recording: '/srv/sothebais/data/rehearsals/show.mp4',
  report: null,
};
