import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const installed = readFileSync('deploy/install.sh', 'utf8');

test('an update restarts the site once the build of its code stands, and keeps two releases', async () => {
  const order = [
    'restart "$service"',
    'wait_for 9466',
    'restart thi-dua-site',
    'wait_for 9464',
    'old_releases |',
  ];
  const places = order.map((step) => installed.lastIndexOf(step));
  expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
  expect(/for service in ([^;]*);[^\n]*restart/.exec(installed)?.[1]).not.toContain('site');
  const { path: folder, remove } = await temporaryFolder();
  // Put in place in this order; `e` was never finished.
  for (const [index, name] of ['c', 'a', 'd', 'b'].entries()) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, '.installed'), '');
    await utimes(join(folder, name, '.installed'), index + 1, index + 1);
  }
  await mkdir(join(folder, 'e'));
  const [listed = ''] = /^old_releases\(\) \{[\s\S]*?^\}/m.exec(installed) ?? [];
  const { stdout } = spawnSync('bash', ['-c', `${listed}\nold_releases`], {
    encoding: 'utf8',
    env: { ...process.env, RELEASES: folder },
  });
  await remove();
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => basename(line))
      .toSorted(),
  ).toEqual(['a', 'c', 'e']);
});

test('the installer is valid Bash, and its check names what an empty machine lacks', async () => {
  const { path, remove } = await temporaryFolder();
  expect(spawnSync('bash', ['-n', 'deploy/install.sh']).status).toBe(0);
  const checked = spawnSync('bash', ['deploy/install.sh', '--check'], {
    env: { ...process.env, ROOT: join(path) },
  });
  await remove();
  expect(checked.status).toBe(1);
  expect(checked.stdout.toString()).toMatch(/HỎNG {2}tệp cấu hình .*\/etc\/thi-dua\/env/);
  expect(checked.stderr.toString()).toMatch(/LỖI: \d+ chỗ hỏng/);
});
