// Watches the dashboard follow a bid: node dashboard.mjs <base url> <directory for screenshots>
// Prints one JSON line with what it saw; exits 1 with a sentence when the page does not follow.
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];
const FIRST_PRICE_WAIT_MILLIS = 10_000;
const BID_WAIT_MILLIS = 60_000;
const VIDEO_WAIT_MILLIS = 30_000;

const [base, screenshots] = process.argv.slice(2);

/** Waits until the page shows another price; throws after the limit. */
async function priceOtherThan(text, limitMillis) {
  await page.waitForFunction(
    (known) => document.querySelector('[data-testid="price"]')?.innerText.trim() !== known,
    text,
    { timeout: limitMillis },
  );
}

let page;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS,
});

try {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${base}/`);

  const price = page.getByTestId('price').first();
  await price.waitFor({ timeout: FIRST_PRICE_WAIT_MILLIS });
  await priceOtherThan('–', FIRST_PRICE_WAIT_MILLIS);
  const before = (await price.innerText()).trim();
  await priceOtherThan(before, BID_WAIT_MILLIS);
  const after = (await price.innerText()).trim();
  const rows = await page.getByTestId('bid-row').count();
  const leader = (await page.getByTestId('leader').first().innerText()).trim();

  const played = await page
    .waitForFunction(
      () => document.querySelector('video')?.currentTime > 0.5,
      undefined,
      { timeout: VIDEO_WAIT_MILLIS },
    )
    .then(() => true)
    .catch(() => false);

  await page.screenshot({ path: `${screenshots}/dashboard-1280.png`, fullPage: true });
  await page.setViewportSize({ width: 375, height: 800 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.screenshot({ path: `${screenshots}/dashboard-375.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${screenshots}/dashboard-375-dark.png`, fullPage: true });
  console.log(JSON.stringify({ before, after, rows, leader, played, overflow, errors }));
} catch (error) {
  console.error(String(error?.message ?? error));
  process.exitCode = 1;
} finally {
  await browser.close();
}
