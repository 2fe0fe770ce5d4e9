import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { installTool } from './tools/install-tool.ts';

// `npm test`: all checks, in two lanes side by side. Every check runs even if others fail; the exit code tells whether any failed.

// The types come before the browser tests: both write what Astro makes of the content into the same folder.
const lanes = [
  ['format', 'lint', 'dead', 'test:unit'],
  ['types', 'test:browser'],
];
/** The longest check prints its progress; the others print at their end, and only if they failed. */
const shown = 'test:browser';
/** Node itself takes the types away; Playwright's own compiler would take as long as 300 tests. */
const env = { ...process.env, PW_DISABLE_TS_ESM: '1' };
const seconds = (since: number) => `${Math.round((performance.now() - since) / 1000)} s`;

/** What the checks that failed said, by script: printed at the very end, where one looks first. */
const failures = new Map<string, string>();

/** Runs a script of package.json and resolves to whether it passed. */
async function run(script: string): Promise<boolean> {
  const start = performance.now();
  const output = script === shown ? 'inherit' : 'pipe';
  const child = spawn('npm', ['run', '--silent', script], { env, stdio: ['ignore', output, output] });
  const said = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  const [code] = await once(child, 'close');
  const isGood = code === 0;
  if (!isGood) failures.set(script, (await said).join(''));
  console.log(`${isGood ? '✓' : '✘'} npm run ${script} (${seconds(start)})`);
  return isGood;
}

async function oneAfterTheOther(scripts: readonly string[]): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const script of scripts) results.push(await run(script));
  return results;
}

const start = performance.now();
// Fetched before the lanes, which would wait for one another: no check runs out of time over a slow line. A check that lacks its
// tool says so itself.
const tools = ['prettier', 'biome', 'knip', 'astro-check', 'netlify', 'chromium-109', 'open-data'] as const;
for (const tool of tools) await installTool(tool).catch(() => undefined);
const results = (await Promise.all(lanes.map(oneAfterTheOther))).flat();
const isGood = results.every(Boolean);
// Thousands of tests that passed would stand before the few that failed.
const withoutPassed = (said: string) => said.replace(/^ +✓ .*\n/gm, '');
for (const [script, said] of failures) console.log(`\n✘ npm run ${script}\n${withoutPassed(said)}`);
console.log(`${isGood ? '✓ Đạt' : '✘ Chưa đạt'} (${seconds(start)})`);
process.exitCode = isGood ? 0 : 1;
