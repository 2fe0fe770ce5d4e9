import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { digestOfSurroundings } from '../../../../src/platform/files/source-digest.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const surroundings = { siteUrl: 'https://example.gov.vn', day: '2026-11-25' };

test('the surroundings of pages change with any source, its name, the address and the day', async () => {
  const { path: root, remove } = await temporaryFolder();
  for (const folder of ['src/pages', 'content', 'public'])
    await mkdir(join(root, folder), { recursive: true });
  for (const file of [
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'src/pages/a.astro',
  ])
    await writeFile(join(root, file), file);
  const digest = (changes = {}) => digestOfSurroundings({ ...surroundings, ...changes }, root);

  const seen = [await digest()];
  expect(await digest()).toBe(seen[0]);
  seen.push(await digest({ day: '2026-11-26' }));
  seen.push(await digest({ siteUrl: 'https://example.org' }));
  await writeFile(join(root, 'src/pages/a.astro'), 'changed');
  seen.push(await digest());
  await rename(join(root, 'src/pages/a.astro'), join(root, 'src/pages/b.astro'));
  seen.push(await digest());
  await writeFile(join(root, 'content/downtime.json'), '[]');
  seen.push(await digest());
  expect(new Set(seen).size).toBe(seen.length);
  await remove();
});
