import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { galleryFacets } from '../../../src/gallery/stories/facet-lists.ts';
import { facetNames } from '../../../src/gallery/stories/facets.ts';
import { storyHtml } from '../../../src/gallery/stories/story-text.ts';
import type { Story } from '../../../src/gallery/story.ts';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const filter = (name: string, value: string): string =>
  `<meta name="search:${name}" data-pagefind-filter="${name}[content]" content="${escaped(value)}">`;

/** A story's page as far as a search index reads it: the facts and the text of the site's own page. */
function pageOf(story: Story): string {
  const filters = facetNames.flatMap((facet) =>
    galleryFacets[facet].valuesOf(story).map((value) => filter(facet, value)),
  );
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(story.name)}</title>
${filter('section', 'dien-hinh')}${filters.join('')}</head><body><header>Trang thi đua</header><main>
<article data-pagefind-body><p><span>${escaped(story.unitName)}</span></p><h1>${escaped(story.name)}</h1>
<p>${escaped(story.summary)}</p><div>${storyHtml(story.body)}</div></article></main></body></html>`;
}

/** Writes the pages of stories as a built site has them, without what no index reads. */
export async function writePages(folder: string, stories: readonly Story[]): Promise<void> {
  for (const story of stories) {
    const page = join(folder, 'dien-hinh', story.slug);
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'index.html'), pageOf(story));
  }
}
