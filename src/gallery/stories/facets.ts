/** Names of the facets by which stories are filtered, as they stand in addresses and queries. */
export const facetNames = ['loai', 'noi-dung', 'nhom', 'don-vi', 'nam', 'dip', 'khen', 'muc'] as const;

/** One of `facetNames`. */
export type FacetName = (typeof facetNames)[number];

/** Address of the list of stories that a facet's value names. */
export const facetPath = (facet: FacetName, value: string): string => `/dien-hinh/loc/${facet}/${value}/`;

/** Stories on one page of a list. */
export const listLength = 50;

/** Address of what all values are called, for the script of the gallery. */
export const facetValuesPath = '/dien-hinh/loc/gia-tri.json';
