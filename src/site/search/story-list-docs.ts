import { facetLists, galleryFacets } from '../../gallery/stories/facet-lists.ts';
import { facetPath } from '../../gallery/stories/facets.ts';
import type { Story } from '../../gallery/story.ts';
import { type SearchDoc, searchDoc } from '../../search/doc.ts';

/** Lists of stories by strand, group, occasion, award and year. Units have documents of their own. */
const listed = ['linh-vuc', 'quy-mo', 'ap-dung', 'noi-dung', 'nhom', 'dip', 'khen', 'nam', 'loai'] as const;

/** Each list of stories that share a value. */
export const storyListDocs = (stories: readonly Story[]): SearchDoc[] =>
  facetLists(stories)
    .filter(({ facet }) => listed.some((each) => each === facet))
    .map(({ facet, value, name, stories: all }) =>
      searchDoc({
        kind: 'loc',
        href: facetPath(facet, value),
        title: `Điển hình: ${name}`,
        summary: `${all.length.toLocaleString('vi')} điển hình, lọc theo ${galleryFacets[facet].name.toLocaleLowerCase('vi')}.`,
        names: [`điển hình ${name}`, `mô hình ${name}`],
      }),
    );
