// Called by Maven: `node build.mjs build` or `node build.mjs test`. Does nothing when neither the inputs nor the result changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'target');
const inputs = [
  'package.json',
  'package-lock.json',
  'index.html',
  'verify.html',
  'vite.config.ts',
  'tsconfig.json',
  'src',
  'public',
  '../../../docs/ledger-vectors.json',
];
const [nodeMajor, nodeMinor] = process.versions.node.split('.').map(Number);
const goal = process.argv[2];

function files(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)],
  );
}

function digest(names) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const name of names) {
    const path = join(here, name);
    const all = name.includes('.') ? [path] : files(path).sort();
    for (const file of all) hash.update(file.slice(here.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function npm(...args) {
  const run = spawnSync('npm', args, { cwd: here, stdio: 'inherit' });
  if (run.error || run.status !== 0) {
    console.error(`'npm ${args.join(' ')}' failed in bundles/web/dashboard${run.error ? `: ${run.error.message}` : ''}`);
    process.exit(1);
  }
}

/** Runs the work unless it was done for the same inputs. */
function once(name, state, isThere, work) {
  const stamp = join(target, 'dashboard-stamps', name);
  if (isThere() && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

if (nodeMajor < 20 || (nodeMajor === 20 && nodeMinor < 19)) {
  console.error(`The dashboard needs Node.js 20.19 or newer, this is ${process.versions.node}; install a newer one.`);
  process.exit(1);
}

const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
const marker = join(here, 'node_modules', '.sothebais-lock');
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(marker, lock);
}
const state = digest(inputs);
if (goal === 'build') {
  once('build', state, () => existsSync(join(target, 'classes', 'dashboard', 'index.html')), () =>
    npm('run', '--silent', 'build'),
  );
} else if (goal === 'test') {
  once('test', state, () => true, () => npm('run', '--silent', 'test'));
} else {
  console.error("expected 'build' or 'test'");
  process.exit(1);
}
