import { spawnSync } from 'node:child_process';
import { hasBrowser } from './chromium.ts';

// Gets the tests a browser: the system's Chromium, else Playwright's own, else the distribution's package.
const ways = [
  ['node', 'node_modules/@playwright/test/cli.js', 'install', '--with-deps', 'chromium-headless-shell'],
  ['node', 'node_modules/@playwright/test/cli.js', 'install', 'chromium'],
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
];

for (const [command = '', ...words] of ways) {
  if (hasBrowser()) break;
  console.log(`Chưa có trình duyệt để kiểm thử; chạy: ${command} ${words.join(' ')}`);
  const timeout = command === 'node' ? 120_000 : 600_000;
  spawnSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'], timeout });
}
if (!hasBrowser()) {
  console.error('Không lấy được trình duyệt. Hãy cài Chromium rồi chạy lại.');
  process.exitCode = 1;
}
