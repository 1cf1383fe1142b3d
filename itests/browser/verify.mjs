// Has the page /verify judge files: node verify.mjs <base url> <directory for screenshots> <file with a JSON list of samples>
// A sample is {name, text, wantedRoot?}. Prints one JSON line with what the page said of each, and what else was seen.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WAIT_MILLIS = 20_000;
const GOOD = 'with a voided bid';
const BAD = 'an amount was changed';

const [base, screenshots, samplesFile] = process.argv.slice(2);
const samples = JSON.parse(await readFile(samplesFile, 'utf8'));
const overflows = [];
const errors = [];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
const page = await context.newPage();
page.setDefaultTimeout(WAIT_MILLIS);
page.on('pageerror', (error) => errors.push(error.message));
page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));

/** Chooses a file and waits for the page's word on exactly this one. */
async function judge(sample) {
  const name = `${samples.indexOf(sample)}.json`;
  await page.getByTestId('file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(sample.text) });
  await page.getByTestId('finding').filter({ hasText: name }).waitFor();
  if (sample.wantedRoot && (await page.getByTestId('wanted').count())) {
    await page.getByTestId('wanted').fill(sample.wantedRoot);
    await page.getByTestId('comparison').filter({ hasText: /same|differ/ }).waitFor();
  }
  const broken = page.locator('[data-testid=entry][data-state=bad]');
  const judged = {
    name: sample.name,
    verdict: await page.getByTestId('verdict').getAttribute('data-verdict'),
    sentence: await page.getByTestId('sentence').innerText(),
    entry: (await broken.count()) ? Number(await broken.locator('.place').textContent()) : null,
    ticks: await page.locator('[data-testid=entry][data-state=good]').count(),
  };
  if (sample.wantedRoot && (await page.getByTestId('wanted').count())) await page.getByTestId('wanted').fill('');
  return judged;
}

async function shoot(name) {
  overflows.push(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
  await page.screenshot({ path: `${screenshots}/verify-${name}.png`, fullPage: true });
}

async function look(name) {
  for (const [width, scheme] of [
    [1280, 'light'],
    [375, 'light'],
    [1280, 'dark'],
    [375, 'dark'],
  ]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), scheme);
    await shoot(`${name}-${width}-${scheme}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

try {
  await page.goto(`${base}/verify/`);
  await page.getByTestId('lot').waitFor();
  await look('empty');

  // By keyboard alone: to the list of lots, fetch, and the result has the focus.
  await page.getByTestId('lot').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByTestId('finding').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'result');
  const fetched = await page.getByTestId('verdict').getAttribute('data-verdict');

  // What was fetched stays checkable when the network goes away.
  await context.setOffline(true);
  const judged = [];
  for (const sample of samples) judged.push(await judge(sample));
  for (const [name, sample] of [
    ['intact', samples.find((one) => one.name === GOOD)],
    ['broken', samples.find((one) => one.name === BAD)],
    ['unreadable', samples.find((one) => one.verdict === 'UNREADABLE')],
  ]) {
    await judge(sample);
    await look(name);
  }
  await context.setOffline(false);

  // A server that does not answer leaves files working.
  await page.route('**/api/**', (route) => route.abort());
  const before = errors.length;
  await page.goto(`${base}/verify/?lot=x`);
  await page.getByTestId('trouble').waitFor();
  await page.getByTestId('lots-trouble').waitFor();
  await shoot('unreachable');
  errors.length = before;
  const withoutServer = await judge(samples[0]);
  console.log(JSON.stringify({ judged, fetched, withoutServer: withoutServer.verdict, overflows, errors }));
} catch (error) {
  console.error(String(error?.message ?? error));
  process.exitCode = 1;
} finally {
  await browser.close();
}
