import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { chromiumOptions } from './browser/chromium.ts';

// Gets the tests a browser that starts: the system's Chromium, else Playwright's own, else the distribution's package.
const playwright = 'node_modules/@playwright/test/cli.js';
const ways: readonly { command: string; words: string[]; timeoutMs: number }[] = [
  { command: process.execPath, words: [playwright, 'install', 'chromium'], timeoutMs: 180_000 },
  { command: process.execPath, words: [playwright, 'install-deps', 'chromium'], timeoutMs: 300_000 },
  { command: 'apt-get', words: ['update'], timeoutMs: 300_000 },
  ...['chromium-headless-shell', 'chromium'].map((name) => ({
    command: 'apt-get',
    // With a font of the width of Arial, to which the page is fitted until its own fonts are there.
    words: ['install', '-y', '--no-install-recommends', name, 'fonts-liberation'],
    timeoutMs: 600_000,
  })),
];

async function starts(): Promise<boolean> {
  try {
    const browser = await chromium.launch(chromiumOptions());
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

let ready = await starts();
for (const { command, words, timeoutMs } of ways) {
  if (ready) break;
  console.log(`Chưa có trình duyệt để kiểm thử; chạy: ${command} ${words.join(' ')}`);
  const { status } = spawnSync(command, words, { stdio: 'ignore', timeout: timeoutMs });
  ready = status === 0 && (await starts());
}
if (!ready) {
  console.error('Không lấy được trình duyệt. Hãy cài Chromium rồi chạy lại.');
  process.exitCode = 1;
}
