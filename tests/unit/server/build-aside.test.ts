import { statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildAside } from '../../../src/server/builds/build-aside.ts';

/** A folder on another disk than the project: Linux has one in memory. */
const otherDisk = '/dev/shm';
const isOther = () => {
  try {
    return statSync(otherDisk).dev !== statSync('.').dev;
  } catch {
    return false;
  }
};

for (const root of [tmpdir(), otherDisk])
  test(`a build lies in the project until it is done, then below ${root}`, async () => {
    test.skip(root === otherDisk && !isOther(), 'this machine has one disk');
    const home = await mkdtemp(join(root, 'thi-dua-'));
    let place = '';
    try {
      await buildAside(join(home, 'site'), async (folder) => {
        place = folder;
        // What Astro itself asks of the folder, or it uses one of the project for a part of the work.
        expect(folder.startsWith(`${process.cwd()}/`)).toBe(true);
        await mkdir(join(folder, 'a'), { recursive: true });
        await writeFile(join(folder, 'a/index.html'), 'một');
      });
      expect(await readFile(join(home, 'site/a/index.html'), 'utf8')).toBe('một');
      expect(() => statSync(place)).toThrow('ENOENT');
      await expect(
        buildAside(join(home, 'other'), async (folder) => {
          await mkdir(folder, { recursive: true });
          throw new Error('hỏng');
        }),
      ).rejects.toThrow('hỏng');
      expect(() => statSync(resolve(home, 'other'))).toThrow('ENOENT');
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });
