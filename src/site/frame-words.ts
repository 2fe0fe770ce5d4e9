import { listedForms } from '../filing/definitions/periods.ts';
import { menu, site, slots } from '../vocabulary/site.ts';
import { aboutLinks, phoneLinks, portalLinks, referenceLinks } from './site-links.ts';

/** A link of header or footer. */
interface FrameLink {
  readonly name: string;
  readonly href: string;
}

/** What header, search and footer say. */
export interface FrameWords {
  home: string;
  agency: string;
  /** The same on a phone, where the whole name would take two lines. */
  agencyShort: string;
  menuLabel: string;
  menu: readonly FrameLink[];
  /** Further links in the menu of a phone. */
  more: readonly FrameLink[];
  searchLabel: string;
  search: string;
  footLabel: string;
  about: string;
  source: string;
  owner: readonly [name: string, text: string];
  lead: readonly [name: string, text: string, clause: FrameLink];
  contacts: readonly { name: string; slot: string }[];
  /** The columns of links of the footer. */
  columns: readonly (readonly FrameLink[])[];
  portals: readonly FrameLink[];
  isElsewhere: string;
}

const [contact] = aboutLinks;

/** Links that only an open form adds to the menu of a phone. */
const openDoors = (): readonly FrameLink[] =>
  listedForms()
    .filter((form) => 'isHiddenWhileClosed' in form)
    .map(({ name, path }) => ({ name, href: path }));

const vietnamese = (): FrameWords => ({
  home: '/',
  agency: site.owner,
  agencyShort: site.owner.replace('thành phố', 'TP.'),
  menuLabel: 'Mục chính',
  menu,
  more: [...phoneLinks, ...openDoors(), contact],
  searchLabel: 'Tìm trên toàn trang',
  search: 'Tìm',
  footLabel: 'Cuối trang',
  about: `Trang thông tin của Phong trào thi đua “${site.movement}”, ${site.years}.`,
  source: 'Ghi rõ nguồn khi phát hành lại.',
  owner: ['Cơ quan chủ quản', site.owner],
  lead: ['Chủ trì triển khai, đôn đốc', site.leadAgency, { name: 'mục V.2.8', href: '/ke-hoach/v-2-8/' }],
  contacts: slots,
  columns: [menu, referenceLinks, aboutLinks],
  portals: portalLinks,
  isElsewhere: '(liên kết ngoài)',
});

const englishMenu = [
  { name: 'The movement', href: '/en/' },
  { name: 'The plan', href: '/en/plan/' },
  { name: 'Honorees', href: '/en/honorees/' },
] as const;

const inVietnamese = [
  { name: 'Stories (in Vietnamese)', href: '/dien-hinh/' },
  { name: 'Press desk (in Vietnamese)', href: '/bao-chi/' },
  { name: 'Open data (in Vietnamese)', href: '/du-lieu/' },
] as const;

const english: FrameWords = {
  home: '/en/',
  agency: 'People’s Committee of Đồng Nai City',
  agencyShort: 'Đồng Nai City',
  menuLabel: 'Main menu',
  menu: englishMenu,
  more: inVietnamese,
  searchLabel: 'Search the site (its texts are in Vietnamese)',
  search: 'Find',
  footLabel: 'End of page',
  about: `Site of the emulation movement for innovation, science and technology, digital transformation and green transformation, ${site.years}.`,
  source: 'Name the source when you republish.',
  owner: ['Owner', 'People’s Committee of Đồng Nai City'],
  lead: ['Lead agency', 'Department of Home Affairs', { name: 'clause V.2.8', href: '/en/plan/#v-2-8' }],
  contacts: [],
  columns: [
    englishMenu,
    inVietnamese,
    [
      { name: 'Personal data (in Vietnamese)', href: '/quyen-rieng-tu/' },
      { name: 'Accessibility (in Vietnamese)', href: '/tiep-can/' },
      { name: 'Site map (in Vietnamese)', href: '/so-do/' },
    ],
  ],
  portals: [
    { name: 'Portal of Đồng Nai City', href: portalLinks[0].href },
    { name: 'National Public Service Portal', href: portalLinks[1].href },
  ],
  isElsewhere: '(external link)',
};

/** What the frame of a page says in the language of the page. */
export const frameWords = (lang: 'vi' | 'en'): FrameWords => (lang === 'en' ? english : vietnamese());
