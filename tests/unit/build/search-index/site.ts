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

/** Writes the page of a story, marked as the site marks its text. */
export async function writePage(site: string, path: string, body: string): Promise<void> {
  await mkdir(join(site, path), { recursive: true });
  const html = `<html lang="vi"><head></head><body><main><article data-pagefind-body>${body}</article></main></body></html>`;
  await writeFile(join(site, path, 'index.html'), html);
}
