import { isWithin } from '../../plan/glance.ts';

const pages = [
  { clause: 'can-cu', name: 'Xem các văn bản được viện dẫn', href: '/van-ban/' },
  { clause: 'ii', name: 'Xem nơi đã làm được', href: '/dien-hinh/' },
  { clause: 'ii', name: 'Đề cử một tập thể', href: '/de-cu/' },
  { clause: 'iii-1', name: 'Tìm phần tiêu chí dành cho mình', href: '/tieu-chi/' },
  { clause: 'iii-2', name: 'Xem ai tặng hình thức khen nào, vào dịp nào', href: '/khen-thuong/' },
  { clause: 'iv', name: 'Xem cách làm hay để nhân rộng', href: '/dien-hinh/' },
  { clause: 'v-1', name: 'Xem lộ trình và mốc sắp tới', href: '/lo-trinh/' },
  { clause: 'v-2', name: 'Xem bảng ai làm gì, khi nào', href: '/phan-cong/' },
  { clause: 'ket-thuc', name: 'Liên hệ khi gặp khó khăn, vướng mắc', href: '/lien-he/' },
] as const;

/** The pages on which a reader of the clause goes on; empty where the clause asks for nothing. */
export function nextPages(id: string): readonly { name: string; href: string }[] {
  return pages.filter(({ clause }) => isWithin(id, clause));
}
