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
const BID_WAIT_MILLIS = 60_000;
const VIDEO_WAIT_MILLIS = 30_000;

const [base, screenshots] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS,
});

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${base}/`);

  const price = page.getByTestId('price').first();
  await price.waitFor({ timeout: BID_WAIT_MILLIS });
  const before = (await price.innerText()).trim();
  await page.waitForFunction(
    (text) => {
      const find = (root) =>
        root.querySelector('[data-testid="price"]') ??
        [...root.querySelectorAll('*')].map((node) => node.shadowRoot && find(node.shadowRoot)).find(Boolean);
      return find(document)?.innerText.trim() !== text;
    },
    before,
    { timeout: BID_WAIT_MILLIS },
  );
  const after = (await price.innerText()).trim();
  const rows = await page.getByTestId('bid-row').count();
  const leader = (await page.getByTestId('leader').first().innerText()).trim();

  const played = await page
    .waitForFunction(
      () => {
        const find = (root) =>
          root.querySelector('video') ??
          [...root.querySelectorAll('*')].map((node) => node.shadowRoot && find(node.shadowRoot)).find(Boolean);
        return find(document)?.currentTime > 0.5;
      },
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
