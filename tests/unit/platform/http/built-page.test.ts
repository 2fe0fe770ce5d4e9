import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { builtPageReader } from '../../../../src/platform/http/built-page.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

test('a page is that of the build which is served now, however often it was read before', async () => {
  const folder = await temporaryFolder();
  const current = join(folder.path, 'current');
  const read = builtPageReader(current);
  for (const build of ['mot', 'hai', 'bay']) {
    await mkdir(join(folder.path, build, 'tra-cuu'), { recursive: true });
    await writeFile(join(folder.path, build, 'tra-cuu/index.html'), build);
    await symlink(build, `${current}-next`);
    await rename(`${current}-next`, current);
    expect([await read('/tra-cuu/'), await read('/tra-cuu/')]).toEqual([build, build]);
  }
  await rm(current);
  await expect(read('/tra-cuu/')).rejects.toThrow('cannot be read');
  await folder.remove();
});
