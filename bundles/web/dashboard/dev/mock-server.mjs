// Serves the built page with a recorded show that plays over and over, so that the page can be worked on without the platform.
//   node dev/mock-server.mjs [--port 5180] [--seek SECONDS] [--idle] [--restored] [--rehearsal] [--hls DIR] [--film FILE.mp4]
// Log in with any name and the password "dev". Run `npx vite build --watch` beside it to see changes on reload.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { desk, prepare, previewed, rehearsal, still } from './desk.mjs';
import { clips, content, detail, fill, list, move, store, take } from './library.mjs';
import { recordShow, vitals } from './show.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5180' },
    seek: { type: 'string', default: '0' },
    idle: { type: 'boolean', default: false },
    restored: { type: 'boolean', default: false },
    rehearsal: { type: 'boolean', default: false },
    hls: { type: 'string', default: '' },
    film: { type: 'string', default: '' },
  },
});
const page = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'target', 'classes', 'dashboard');
const vectors = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'docs', 'ledger-vectors.json');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
};
const policy =
  "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const film = values.film ? await readFile(values.film) : null;
if (!values.idle) fill();
prepare(values.idle, values.restored);
let rehearsals = values.rehearsal ? [rehearsal] : [];
let start = Date.now() - Number(values.seek) * 1000;
let show = values.idle ? [] : recordShow(start);
const length = 130_000;
const viewers = new Set();
let session = null;
let sent = 0;

/** A snapshot has what the host said last. */
function whole(message) {
  if (message.event !== 'show') return message;
  const lines = show.slice(0, sent).filter((one) => one.event === 'host').map((one) => one.data.line);
  return { ...message, data: { ...message.data, host: { lines, posts: [] } } };
}

function frame(message) {
  const id = message.id ? `id: ${message.id}\n` : '';
  return `${id}event: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`;
}

setInterval(() => {
  const now = Date.now() - start;
  while (sent < show.length && show[sent].at <= now) {
    for (const viewer of viewers) viewer.write(frame(whole(show[sent])));
    sent++;
  }
  if (now > length && !values.idle) {
    start = Date.now();
    show = recordShow(start);
    sent = 0;
  }
}, 50);
setInterval(() => {
  for (const viewer of viewers) viewer.write(frame({ event: 'vitals', data: vitals(Date.now() - start) }));
}, 2000);

function live(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const newest = show.slice(0, sent).findLast((message) => message.event === 'show');
  if (newest) {
    const now = new Date().toISOString();
    response.write(frame(whole({ ...newest, data: { ...newest.data, serverTime: now } })));
  }
  response.write(frame({ event: 'vitals', data: vitals(Date.now() - start) }));
  viewers.add(response);
  response.on('close', () => viewers.delete(response));
}

function ok(response, data, headers = {}) {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify({ success: true, data, error: null }));
}

function refuse(response, status, code, message) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ success: false, data: null, error: { code, message, details: {} } }));
}

function artwork(response, number) {
  const hue = number * 140;
  response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
  response.end(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><defs><linearGradient id="g" x2="0" y2="1">
<stop stop-color="hsl(${hue} 60% 20%)"/><stop offset="1" stop-color="hsl(${hue + 40} 70% 55%)"/></linearGradient></defs>
<rect width="400" height="400" fill="url(#g)"/><circle cx="270" cy="120" r="52" fill="#fff6d8"/>
<circle cx="120" cy="90" r="20" fill="#ffe9b0"/><path d="M0 260q100-40 200 0t200 0v140H0z" fill="hsl(${hue} 50% 14%)"/></svg>`);
}

async function body(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text || '{}');
}

async function raw(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** One range, as a player asks for it. */
function ranged(request, response, type, bytes) {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const first = asked ? Number(asked[1]) : 0;
  const last = asked?.[2] ? Math.min(Number(asked[2]), bytes.length - 1) : bytes.length - 1;
  const range = asked ? { 'Content-Range': `bytes ${first}-${last}/${bytes.length}` } : {};
  response.writeHead(asked ? 206 : 200, { 'Content-Type': type, 'Accept-Ranges': 'bytes', ...range });
  response.end(bytes.subarray(first, last + 1));
}

/** Show control and rehearsals; false for other addresses. */
async function direct(request, response, url) {
  const path = url.pathname;
  if (path === '/api/stream/control/preview.png') {
    response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(still(previewed()));
    return true;
  }
  if (path === '/api/rehearsals') return ok(response, rehearsals) ?? true;
  if (path.startsWith('/api/rehearsals/')) {
    rehearsals = [];
    return ok(response, rehearsal) ?? true;
  }
  if (!path.startsWith('/api/stream/')) return false;
  const answer = desk(request.method, path, request.method === 'POST' ? await body(request) : {}, session.name);
  if (!answer) return false;
  return (answer.refused ? refuse(response, 409, 'CONFLICT', answer.refused) : ok(response, answer)) ?? true;
}

/** Clips and assets; false for other addresses. */
async function library(request, response, url) {
  const path = url.pathname;
  if (path === '/api/clips') return ok(response, clips(film)) ?? true;
  if (path.startsWith('/api/clips/') && film) return ranged(request, response, 'video/mp4', film) ?? true;
  if (path === '/api/assets' && request.method === 'POST') {
    const stored = store(url.searchParams.get('name'), request.headers['content-type'], await raw(request), session.name);
    return (stored.refused ? refuse(response, 415, 'NOT_MEDIA', stored.refused) : ok(response, stored.asset)) ?? true;
  }
  if (path === '/api/assets/token' && request.method === 'POST') {
    const { refused, taken } = take(await body(request), session.name);
    return (refused ? refuse(response, 422, 'TOKEN_REFUSED', refused) : ok(response, taken)) ?? true;
  }
  if (path === '/api/assets/token') return ok(response, { items: [], next: null }) ?? true;
  if (path === '/api/assets') {
    return ok(response, list(url.searchParams.get('text') ?? '', url.searchParams.get('trashed') === 'true')) ?? true;
  }
  const [, number, act] = /^\/api\/assets\/named\/(\d+)(?:\/(delete|restore))?$/.exec(path) ?? [];
  if (act) {
    const moved = move(Number(number), act, (await body(request)).reason);
    return (moved.refused ? refuse(response, 409, 'IN_USE', moved.refused) : ok(response, moved.asset)) ?? true;
  }
  if (number) {
    const known = detail(Number(number));
    return (known ? ok(response, known) : refuse(response, 404, 'NOT_FOUND', 'There is no such asset.')) ?? true;
  }
  return false;
}

async function file(response, root, name, headers) {
  try {
    const content = await readFile(join(root, normalize(`/${name}`)));
    response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream', ...headers });
    response.end(content);
  } catch {
    refuse(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
  }
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const path = url.pathname;
  if (path === '/') return response.writeHead(303, { Location: '/dashboard/' }).end();
  if (path === '/api/live') return live(response);
  if (path === '/api/show') {
    const newest = show.slice(0, sent).findLast((message) => message.event === 'show');
    return ok(response, newest?.data ?? { lots: [] });
  }
  if (/^\/api\/lots\/[^/]+\/ledger$/.test(path)) {
    const { files } = JSON.parse(await readFile(vectors, 'utf8'));
    return response.writeHead(200, { 'Content-Type': 'application/json' }).end(files[0].text);
  }
  const stored = content(path.split('/')[3]);
  if (path.startsWith('/api/assets/') && stored) return ranged(request, response, stored.type, stored.bytes);
  if (/^\/api\/assets\/\d+$/.test(path)) return artwork(response, Number(path.split('/').pop()));
  if (path === '/api/session') return ok(response, session ?? { loggedIn: false, name: null, expires: null });
  if (path === '/api/login') {
    const given = await body(request);
    if (given.password !== 'dev') return refuse(response, 401, 'WRONG_NAME_OR_PASSWORD', 'The name or the password is wrong; try again.');
    session = { loggedIn: true, name: given.name, expires: new Date(Date.now() + 3_600_000).toISOString() };
    return ok(response, session);
  }
  if (path === '/api/logout') {
    session = null;
    return ok(response, {});
  }
  if (path.startsWith('/api/')) {
    if (session && (await direct(request, response, url))) return;
    if (session && (await library(request, response, url))) return;
    return session ? ok(response, {}) : refuse(response, 401, 'NOT_LOGGED_IN', 'Log in first.');
  }
  if (path.startsWith('/hls/') && values.hls) return file(response, values.hls, path.slice(5), { 'Cache-Control': 'no-cache' });
  if (path.startsWith('/dashboard/')) {
    return file(response, page, path.slice(11) || 'index.html', { 'Content-Security-Policy': policy });
  }
  if (path.startsWith('/verify/')) {
    return file(response, page, path.slice(8) || 'verify.html', { 'Content-Security-Policy': policy });
  }
  return refuse(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
});
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`The dashboard with a recorded show: http://127.0.0.1:${values.port}/dashboard/ and /verify/`);
});
