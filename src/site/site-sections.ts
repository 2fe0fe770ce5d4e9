import type { FormDefinition } from '../filing/definitions/form.ts';
import { listedForms } from '../filing/definitions/periods.ts';

/** A page with its name in the site map. */
interface NamedPage {
  readonly href: string;
  readonly name: string;
}

const pageOfForm = ({ path, name }: FormDefinition): NamedPage => ({ href: path, name });

/** The parts of the site in the order in which a reader needs them. May name pages that are not built yet. */
const sections = (): readonly { readonly name: string; readonly pages: readonly NamedPage[] }[] => [
  {
    name: 'Kế hoạch',
    pages: [
      { href: '/la-gi/', name: 'Phong trào này là gì?' },
      { href: '/hoi-dap/', name: 'Hỏi đáp' },
      { href: '/ke-hoach/', name: 'Toàn văn kế hoạch' },
      { href: '/ke-hoach/ke-hoach-113-kh-ubnd.pdf', name: 'Bản PDF của kế hoạch' },
      { href: '/khen-thuong/', name: 'Khen thưởng theo dịp và thẩm quyền' },
      { href: '/lo-trinh/', name: 'Lộ trình 2026–2030' },
      { href: '/lo-trinh/lo-trinh.ics', name: 'Lịch các mốc (.ics)' },
      { href: '/phan-cong/', name: 'Việc của cơ quan tôi' },
      { href: '/don-vi/', name: 'Cơ quan, đơn vị, xã, phường' },
      { href: '/van-ban/', name: 'Văn bản dẫn chiếu' },
    ],
  },
  {
    name: 'Điển hình',
    pages: [{ href: '/dien-hinh/ban-do/', name: 'Bản đồ điển hình' }],
  },
  {
    name: 'Đề cử và gửi phiếu',
    pages: [
      { href: '/de-cu/', name: 'Chọn phiếu' },
      ...listedForms()
        .filter(({ isNomination }) => isNomination)
        .map(pageOfForm),
      { href: '/de-cu/nhieu/', name: 'Đề cử nhiều cùng lúc' },
      ...listedForms()
        .filter(({ isNomination }) => !isNomination)
        .map(pageOfForm),
      { href: '/tra-cuu/', name: 'Tra cứu hồ sơ' },
      { href: '/bo-sung/', name: 'Mở phiếu đã gửi' },
      { href: '/rut-phieu/', name: 'Rút phiếu đã gửi' },
      { href: '/xac-minh/', name: 'Xác minh' },
    ],
  },
  {
    name: 'Tin cậy và mở',
    pages: [
      { href: '/tien-do/', name: 'Tiến độ' },
      { href: '/tien-do/ke-hoach/', name: 'Kế hoạch đến đâu rồi' },
      { href: '/tien-do/ke-hoach-don-vi/', name: 'Kế hoạch của đơn vị đã công khai' },
      { href: '/nam/', name: 'Từng năm' },
      { href: '/lay-y-kien/', name: 'Lấy ý kiến' },
      { href: '/bao-chi/', name: 'Báo chí' },
      { href: '/bao-chi/tu-lieu/', name: 'Tư liệu báo chí' },
      { href: '/du-lieu/', name: 'Dữ liệu mở' },
      { href: '/suc-khoe/', name: 'Tình trạng dịch vụ' },
    ],
  },
  {
    name: 'Về trang này',
    pages: [
      { href: '/', name: 'Trang chủ' },
      { href: '/tim-kiem/', name: 'Tìm kiếm' },
      { href: '/lien-he/', name: 'Liên hệ' },
      { href: '/quyen-rieng-tu/', name: 'Bảo vệ dữ liệu cá nhân' },
      { href: '/tiep-can/', name: 'Khả năng tiếp cận' },
      { href: '/huong-dan-duyet/', name: 'Hướng dẫn duyệt và công bố (cho cán bộ)' },
      { href: '/huong-dan-duyet/cot/', name: 'Từng cột của các bảng (cho cán bộ)' },
      { href: '/huong-dan-duyet/cot/phieu/', name: 'Từng cột của các bảng phiếu (cho cán bộ)' },
    ],
  },
];

/** Pages in English; their names are English. */
const englishPages: readonly NamedPage[] = [
  { href: '/en/', name: 'About the movement' },
  { href: '/en/plan/', name: 'The plan (unofficial translation)' },
  { href: '/en/honorees/', name: 'Honorees' },
];

/**
 * The sections of the site map: all named pages that are built.
 * @param files paths of the page files, `…/pages/lo-trinh/index.astro`, `…/pages/lo-trinh/lo-trinh.ics.ts`
 */
export function builtSections(files: readonly string[]) {
  const built = new Set(files.map(addressOf));
  const among = (pages: readonly NamedPage[]) => pages.filter(({ href }) => built.has(href));
  return {
    sections: sections()
      .map(({ name, pages }) => ({ name, pages: among(pages) }))
      .filter(({ pages }) => pages.length > 0),
    english: among(englishPages),
  };
}

function addressOf(file: string): string {
  const path = file.replace(/^.*\/pages\//, '/');
  return path.endsWith('.ts')
    ? path.slice(0, -3)
    : path.replace(/index\.astro$/, '').replace(/\.astro$/, '/');
}
