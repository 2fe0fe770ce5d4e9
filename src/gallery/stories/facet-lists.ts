import { costBands, unitSizes, workFields } from '../../vocabulary/problems.ts';
import { awardForms, criteria, criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import { units } from '../../vocabulary/units.ts';
import { type ListedStory, storyKindNames } from '../story.ts';
import { type FacetName, facetNames } from './facets.ts';

/** A facet: its name, the values of a story, and the names of the values. */
interface Facet {
  name: string;
  valuesOf: (story: ListedStory) => readonly string[];
  /** Values in the order in which the page offers them. A value that is missing here takes its name from the story. */
  values: readonly { id: string; name: string }[];
}

/** Keeps a value only if it fits into an address: staff may type anything as a code. */
const known = (value: string | null): readonly string[] =>
  /^[\w-]+$/.test(value ?? '') ? [value ?? ''] : [];

/** “iii-1-2-3” → “III.1.2.3”. */
const numbered = (id: string): string => {
  const [section = '', ...below] = id.split('-');
  return [section.toUpperCase(), ...below].join('.');
};

const clauses = [...strands, ...criteria].map(({ id, name }) => ({ id, name: `${numbered(id)} ${name}` }));

/** The facets of the gallery. */
export const galleryFacets: Record<FacetName, Facet> = {
  loai: {
    name: 'Loại',
    valuesOf: ({ kind }) => [kind],
    values: Object.entries(storyKindNames).map(([id, name]) => ({ id, name })),
  },
  'linh-vuc': {
    name: 'Lĩnh vực',
    valuesOf: (story) => story.workFields.flatMap(known),
    values: workFields,
  },
  'chi-phi': { name: 'Chi phí', valuesOf: (story) => known(story.costBand), values: costBands },
  'quy-mo': { name: 'Quy mô đơn vị', valuesOf: (story) => known(story.unitSize), values: unitSizes },
  'ap-dung': {
    name: 'Nơi khác áp dụng',
    valuesOf: ({ adoptions = [] }) => (adoptions.length > 0 ? ['co'] : []),
    values: [{ id: 'co', name: 'Đã được áp dụng' }],
  },
  'noi-dung': {
    name: 'Nội dung thi đua',
    valuesOf: (story) => story.strands.flatMap(known),
    values: strands,
  },
  nhom: { name: 'Nhóm tiêu chí', valuesOf: (story) => known(story.criteriaGroup), values: criteriaGroups },
  'don-vi': {
    name: 'Đơn vị',
    valuesOf: (story) => known(story.unitCode),
    values: units.map(({ code, name }) => ({ id: code, name })),
  },
  nam: { name: 'Năm', valuesOf: ({ year }) => [String(year)], values: [] },
  dip: { name: 'Dịp khen thưởng', valuesOf: (story) => known(story.occasion), values: occasions },
  khen: { name: 'Hình thức khen thưởng', valuesOf: (story) => known(story.awardForm), values: awardForms },
  muc: { name: 'Mục của Kế hoạch', valuesOf: (story) => story.clauses.flatMap(known), values: clauses },
};

/** The stories that have one value of a facet. */
export interface FacetList {
  facet: FacetName;
  value: string;
  /** Name of the value: “Mô hình”, “Phường Trấn Biên”, “2026”. */
  name: string;
  stories: readonly ListedStory[];
}

const inVietnameseOrder = new Intl.Collator('vi', { numeric: true });

function listsOf(facet: FacetName, stories: readonly ListedStory[]): FacetList[] {
  const { valuesOf, values } = galleryFacets[facet];
  const found = new Map<string, ListedStory[]>();
  for (const story of stories) {
    for (const value of valuesOf(story)) {
      const list = found.get(value);
      if (list) list.push(story);
      else found.set(value, [story]);
    }
  }
  const nameOf = new Map(values.map(({ id, name }) => [id, name]));
  const unnamed = (value: string, story: ListedStory | undefined) =>
    facet === 'don-vi' && story ? story.unitName : value;
  const place = new Map(values.map(({ id }, index) => [id, index]));
  return [...found]
    .map(([value, list]) => ({
      facet,
      value,
      name: nameOf.get(value) ?? unnamed(value, list[0]),
      stories: list,
    }))
    .toSorted(
      (a, b) =>
        (place.get(a.value) ?? values.length) - (place.get(b.value) ?? values.length) ||
        inVietnameseOrder.compare(a.name, b.name),
    );
}

/** Every list of the gallery, by facet and in the order of its values. Keeps the order of the stories. */
export const facetLists = (stories: readonly ListedStory[]): FacetList[] =>
  facetNames.flatMap((facet) => listsOf(facet, stories));
