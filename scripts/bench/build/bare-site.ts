import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Story } from '../../../src/gallery/story.ts';

const page = `---
import stories from '../stories.json';
export const getStaticPaths = () => stories.map((story) => ({ params: { slug: story.slug }, props: { story } }));
const { story } = Astro.props;
---
<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8" /><title>{story.name}</title></head>
  <body><h1>{story.name}</h1><p>{story.unitName}</p><p>{story.summary}</p><div>{story.body}</div></body>
</html>
`;

/** Writes the least Astro site that has a page for each story: what the site's own build is held against. */
export async function writeBareSite(folder: string, stories: readonly Story[]): Promise<void> {
  await mkdir(join(folder, 'src/pages'), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'src/stories.json'), JSON.stringify(stories));
  await writeFile(join(folder, 'src/pages/[slug].astro'), page);
}
