import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

export { expect } from '@playwright/test';

/** With the folder of a built site, empty at first. */
export const test = base.extend<{ site: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads a fixture's needs from its pattern
  site: async ({}, use) => {
    const { path, remove } = await temporaryFolder();
    await use(path);
    await remove();
  },
});

/** Writes a page of a built site, marked as the site marks what is for search unless `attribute` says otherwise. */
export async function writePage(
  site: string,
  path: string,
  body: string,
  attribute = 'data-pagefind-body',
): Promise<void> {
  await mkdir(join(site, path), { recursive: true });
  const html = `<html lang="vi"><head><meta data-pagefind-filter="kind[content]" content="mo-hinh"></head><body><main ${attribute}>${body}</main></body></html>`;
  await writeFile(join(site, path, 'index.html'), html);
}
