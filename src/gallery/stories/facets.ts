/** Names of the facets that filter stories, as used in addresses and queries. */
export const facetNames = [
  'loai',
  'linh-vuc',
  'chi-phi',
  'quy-mo',
  'ap-dung',
  'noi-dung',
  'nhom',
  'don-vi',
  'nam',
  'dip',
  'khen',
  'muc',
] as const;

/** One of `facetNames`. */
export type FacetName = (typeof facetNames)[number];

/** An object with one entry for each facet. */
export const byFacet = <T>(of: (facet: FacetName) => T): Record<FacetName, T> => ({
  loai: of('loai'),
  'linh-vuc': of('linh-vuc'),
  'chi-phi': of('chi-phi'),
  'quy-mo': of('quy-mo'),
  'ap-dung': of('ap-dung'),
  'noi-dung': of('noi-dung'),
  nhom: of('nhom'),
  'don-vi': of('don-vi'),
  nam: of('nam'),
  dip: of('dip'),
  khen: of('khen'),
  muc: of('muc'),
});

/** Address of the list of stories that have a value of a facet. */
export const facetPath = (facet: FacetName, value: string): string => `/dien-hinh/loc/${facet}/${value}/`;

/** Stories on one page of a list. */
export const listLength = 50;

/** Address of the names of all values, for the script of the gallery. */
export const facetValuesPath = '/dien-hinh/loc/gia-tri.json';
