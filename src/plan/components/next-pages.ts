import { isWithin } from '../glance.ts';

const pages = [
  { clause: 'can-cu', name: 'Xem các văn bản mà kế hoạch dẫn', href: '/van-ban/' },
  { clause: 'ii', name: 'Xem nơi đã làm được', href: '/dien-hinh/' },
  { clause: 'ii', name: 'Chọn phiếu đề cử: tập thể, cá nhân, mô hình', href: '/de-cu/' },
  { clause: 'iii-1', name: 'Tìm phần tiêu chí dành cho mình', href: '/tieu-chi/' },
  { clause: 'iii-2', name: 'Xem ai khen, khen gì, dịp nào', href: '/khen-thuong/' },
  { clause: 'iv', name: 'Xem cách làm hay để nhân rộng', href: '/dien-hinh/' },
  { clause: 'v-1', name: 'Xem lộ trình và mốc sắp tới', href: '/lo-trinh/' },
  { clause: 'v-1', name: 'Báo kế hoạch của đơn vị đã ban hành', href: '/ke-hoach-don-vi/' },
  { clause: 'v-2', name: 'Xem bảng ai làm gì, khi nào', href: '/phan-cong/' },
  { clause: 'v-2-1', name: 'Báo kế hoạch của đơn vị đã ban hành', href: '/ke-hoach-don-vi/' },
  { clause: 'v-2-9', name: 'Gửi báo cáo năm', href: '/bao-cao-nam/' },
  { clause: 'ket-thuc', name: 'Gửi phản hồi khi gặp khó khăn, vướng mắc', href: '/phan-hoi/' },
] as const;

/** The next pages for a reader of the clause; empty where the clause asks for nothing. */
export function nextPages(id: string): readonly { name: string; href: string }[] {
  return pages.filter(({ clause }) => isWithin(id, clause));
}
