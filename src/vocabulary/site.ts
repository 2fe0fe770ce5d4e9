import { fillSlots } from './slots.ts';

/** Facts about the site that more than one page prints. Slots in square brackets are the owner's to fill. */
export const site = {
  name: 'Thi đua Đổi mới – Đồng Nai',
  /** Name after a page's title, where room is short. */
  shortName: 'Thi đua Đồng Nai',
  movement: 'Đổi mới sáng tạo, phát triển khoa học, công nghệ, chuyển đổi số, chuyển đổi xanh',
  years: '2026–2030',
  owner: 'UBND thành phố Đồng Nai',
  /** “Chủ trì”: the agency that leads the plan's implementation (V.2.8). */
  leadAgency: 'Sở Nội vụ',
} as const;

/** The menu in the header, in its order. */
export const menu = [
  { name: 'Kế hoạch', href: '/ke-hoach/' },
  { name: 'Tiêu chí', href: '/tieu-chi/' },
  { name: 'Điển hình', href: '/dien-hinh/' },
  { name: 'Gửi phiếu', href: '/de-cu/' },
  { name: 'Tra cứu hồ sơ', href: '/tra-cuu/' },
] as const;

/** What the owner must supply before launch; printed as named slots until then. */
export const slots = [
  { name: 'Chịu trách nhiệm nội dung', slot: '[điền: họ tên, chức vụ]' },
  { name: 'Địa chỉ', slot: '[điền: địa chỉ cơ quan]' },
  { name: 'Điện thoại', slot: '[điền: số điện thoại]' },
  { name: 'Thư điện tử', slot: '[điền: thư điện tử công vụ]' },
] as const;

/** What only the lead agency can say about submissions; printed as named slots until it does. */
export const intakeSlots = {
  answerBy: '[điền: Sở Nội vụ công bố]',
  /** For pages: the build fills it, with links. */
  contactSlot: '[điền: điện thoại, thư điện tử của bộ phận tiếp nhận]',
  /** For letters and files: a row of the base fills it. */
  get contact(): string {
    return fillSlots(intakeSlots.contactSlot);
  },
};

/** What the owner must say about reusing the data. */
export const dataSlots = {
  licence: '[điền: giấy phép dùng lại dữ liệu]',
  contact: '[điền: thư điện tử về dữ liệu]',
} as const;

/** What the owner must give the press. */
export const pressSlots = {
  person: '[điền: họ tên người trực báo chí]',
  mobile: '[điền: số di động]',
  mail: '[điền: thư điện tử báo chí]',
  hours: '[điền: giờ trực]',
  answerWithin: '[điền: thời hạn trả lời]',
  outOfHours: '[điền: cách liên hệ ngoài giờ]',
  photoTerms: '[điền: điều kiện dùng ảnh]',
  emblem: '[điền: biểu trưng và quy tắc dùng]',
} as const;
