// Runs inside the dashboard while it is measured: notes when each picture of the preview is painted, and when it is on the page.
const FRAMES = Number(new URL(import.meta.url).searchParams.get('frames'));
const CLOCK_ROUNDS = 200;

/** Microseconds since 1970 by the clock of this page. */
const micros = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

/** How far the server's clock is ahead, by the quickest of some round trips; wrong by half of that one at most. */
async function clock() {
  let best = { ahead: 0, roundTrip: Infinity };
  for (let round = 0; round < CLOCK_ROUNDS; round++) {
    const before = micros();
    const server = Number(await (await fetch('/bench/clock', { cache: 'no-store' })).text());
    const after = micros();
    if (after - before < best.roundTrip) best = { ahead: server - (before + after) / 2, roundTrip: after - before };
  }
  return best;
}

/** The preview of the dashboard once it is there, as it is for somebody who is logged in while the stream is on air. */
async function preview() {
  await customElements.whenDefined('sothebais-preview');
  let element = null;
  while (!element) {
    await new Promise(requestAnimationFrame);
    element = document.querySelector('sothebais-preview');
  }
  element.loggedIn = true;
  element.onAir = true;
  await element.updateComplete;
  return element.querySelector('canvas');
}

/** Index, painted and shown of each picture. */
function watch(canvas) {
  const pictures = [];
  let waiting = [];
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      const picture = { index: Number(canvas.dataset.index), painted: micros(), shown: 0 };
      waiting.push(picture);
      if (waiting.length > 1) return;
      requestAnimationFrame(() => {
        // A task behind this frame: what was painted has left for the screen then.
        const behind = new MessageChannel();
        behind.port1.onmessage = () => {
          const now = micros();
          for (const one of waiting) one.shown = now;
          pictures.push(...waiting);
          waiting = [];
          behind.port1.close();
          if (pictures.length >= FRAMES) {
            observer.disconnect();
            done(pictures);
          }
        };
        behind.port2.postMessage(0);
      });
    });
    observer.observe(canvas, { attributes: true, attributeFilter: ['data-index'] });
  });
}

const before = await clock();
const pictures = await watch(await preview());
const after = await clock();
await fetch('/bench/seen', { method: 'POST', body: JSON.stringify({ clocks: [before, after], pictures }) });
