import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaTypes } from '../../filing/evidence/file-kind.ts';
import { filePath, filesThere } from '../../filing/settings/attached.ts';
import type { KeptOwnerFile } from '../../filing/settings/kept-files.ts';
import { readLiveCollection } from '../../gallery/live-collection.ts';
import { begunCases } from '../../vocabulary/comment-cases.ts';
import { guidance } from '../../vocabulary/guidance.ts';

/** Files that stand on pages of this build: those of issued texts, and of lists that are or were up for comment. */
export const getStaticPaths = (async () => {
  const all = await readLiveCollection('ownerFiles');
  const shown = [...guidance().map(({ text }) => text), ...begunCases(new Date())];
  const ids = new Set(shown.flatMap(({ files }) => filesThere(files, all)).map(({ id }) => id));
  const byPath = new Map(all.filter(({ id }) => ids.has(id)).map((file) => [filePath(file), file]));
  return [...byPath].map(([path, file]) => ({
    params: { file: path.slice('/tep/'.length) },
    props: { file },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: KeptOwnerFile }> = async ({ props: { file } }) =>
  new Response(new Uint8Array(await readFile(file.kept)), {
    headers: { 'content-type': mediaTypes[file.kind] },
  });
