import { z } from 'zod';
import { mayTick, mustTick } from './fields.ts';

/** Changes with every word below; stored with each submission (Nghị định 356/2025, Điều 6: keep proof of consent). */
export const consentVersion = '2026-11-22';

/** The boxes of a nomination: each purpose apart, none ticked beforehand. */
export const consentFields = {
  attest: mustTick({
    label:
      'Đơn vị chịu trách nhiệm về tính chính xác của thông tin trong phiếu và đã thông báo cho tập thể, cá nhân được đề cử.',
  }),
  contactConsent: mustTick({
    label:
      'Tôi đã đọc Thông báo bảo vệ dữ liệu cá nhân và đồng ý để Sở Nội vụ thành phố Đồng Nai xử lý dữ liệu của tôi (người liên hệ) nhằm tiếp nhận và phản hồi đề cử này.',
  }),
  nomineeConsent: mustTick({
    label:
      'Đơn vị xác nhận đã thông báo và được người được đề cử đồng ý cung cấp thông tin cho mục đích xét giới thiệu, khen thưởng.',
  }),
  storageNotice: mustTick({
    label:
      'Tôi được thông báo dữ liệu được lưu trên dịch vụ đặt ngoài Việt Nam: Netlify và Airtable [quốc gia lưu trữ: cơ quan chủ quản xác nhận].',
  }),
  publicConsent: mayTick({
    label:
      'Người được đề cử đồng ý đăng công khai họ tên, chức danh, đơn vị và tóm tắt thành tích trên trang này.',
    hint: 'Không đồng ý thì đề cử vẫn được xem xét như mọi đề cử khác.',
  }),
};

/** Ids of the boxes, in the order in which a form shows them. */
export const consentNames = z.object(consentFields).keyof().options;
