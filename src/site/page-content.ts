import { getEntry } from 'astro:content';

/** A page that editors write, `content/pages/<id>.mdx`, as an entry to render. Throws when the file is missing. */
export async function pageText(id: string) {
  const entry = await getEntry('pages', id);
  if (!entry) throw new Error(`content/pages/${id}.mdx is missing.`);
  return entry;
}
