// Prints how many tests ran, failed and were skipped, from the reports of Surefire and Failsafe, and why tests were skipped.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const totals = { tests: 0, failures: 0, errors: 0, skipped: 0 };
const reasons = [];

function visit(folder) {
  for (const name of readdirSync(folder)) {
    if (name === 'node_modules' || name === '.git') continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      visit(path);
    } else if (/^TEST-.*\.xml$/.test(name) && /(surefire|failsafe)-reports/.test(path)) {
      count(readFileSync(path, 'utf8'));
    }
  }
}

function count(report) {
  const suite = report.match(/<testsuite [^>]*>/)?.[0] ?? '';
  for (const key of Object.keys(totals)) {
    totals[key] += Number(suite.match(new RegExp(` ${key}="(\\d+)"`))?.[1] ?? 0);
  }
  for (const test of report.matchAll(/<testcase ([^>]*)>\s*<skipped(?: message="([^"]*)")?/g)) {
    const label = (attribute) => test[1].match(new RegExp(`\\b${attribute}="([^"]*)"`))?.[1];
    reasons.push(`${label('classname')}.${label('name')}: ${test[2] ?? 'no reason given'}`);
  }
}

for (const folder of ['bundles', 'plugins-sdk', 'verifier', 'itests', 'benchmarks']) visit(folder);
console.log(`${totals.tests - totals.skipped} tests ran, ${totals.failures + totals.errors} failed, ${totals.skipped} were skipped`);
for (const reason of reasons) console.log(`  skipped ${reason}`);
