import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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
