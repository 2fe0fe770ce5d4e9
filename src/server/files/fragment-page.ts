import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { bytesOf } from './send-file.ts';
import type { Site } from './site.ts';

const fragmentFile = /^\/pagefind\/fragment\/[^/]+\.pf_fragment$/;
const fragmentSchema = z.object({ url: z.string() });

/** The page whose text a file of the search index holds: its name does not say. Undefined for any other path, and for no such file. */
export async function fragmentPage(site: Site, path: string): Promise<string | undefined> {
  const found = fragmentFile.test(path) ? site.files.get(path) : undefined;
  if (!found) return undefined;
  const text = gunzipSync(await bytesOf(site, found.file)).toString('utf8');
  return fragmentSchema.parse(JSON.parse(text.slice(text.indexOf('{')))).url;
}
