import { mayTick, mustTick } from './fields.ts';

/** Changes with every word below; stored with each submission (Nghị định 356/2025, Điều 6: keep proof of consent). */
export const consentVersion = '2026-11-22';

/** Whom a form nominates, in the words of its boxes. */
interface Nominee {
  /** Who agreed to the nomination: “tập thể được đề cử …”. */
  agreed: string;
  /** What would be shown publicly: “tên tập thể, đơn vị …”. */
  shown: string;
}

const privacyNotice = { href: '/quyen-rieng-tu/', text: 'Đọc Thông báo bảo vệ dữ liệu cá nhân' };

/** The box of the person who answers for a filing; `filing` is what it is: “đề cử này”. */
export const contactConsent = (filing: string) =>
  mustTick(
    {
      label: `Tôi đã đọc Thông báo bảo vệ dữ liệu cá nhân và đồng ý để Sở Nội vụ thành phố Đồng Nai xử lý dữ liệu của tôi (người liên hệ) nhằm tiếp nhận và phản hồi ${filing}.`,
      link: privacyNotice,
    },
    'Đồng ý để Sở Nội vụ xử lý dữ liệu của người liên hệ.',
  );

/** The box of every form that says where the data is kept. */
export const storageNotice = () =>
  mustTick(
    {
      label:
        'Tôi được thông báo dữ liệu được lưu trên dịch vụ đặt ngoài Việt Nam: Netlify và Airtable [quốc gia lưu trữ: cơ quan chủ quản xác nhận].',
    },
    'Xác nhận đã biết dữ liệu được lưu ngoài Việt Nam.',
  );

/** The boxes of a nomination: each purpose apart, none ticked beforehand. */
export function consentFields({ agreed, shown }: Nominee) {
  return {
    attest: mustTick(
      {
        label:
          'Đơn vị chịu trách nhiệm về tính chính xác của thông tin trong phiếu và đã thông báo cho tập thể, cá nhân được đề cử.',
      },
      'Xác nhận đơn vị chịu trách nhiệm về thông tin trong phiếu.',
    ),
    contactConsent: contactConsent('đề cử này'),
    nomineeConsent: mustTick(
      {
        label: `Đơn vị xác nhận đã thông báo và được ${agreed} đồng ý cung cấp thông tin cho mục đích xét giới thiệu, khen thưởng.`,
      },
      `Xác nhận ${agreed} đã đồng ý.`,
    ),
    storageNotice: storageNotice(),
    publicConsent: mayTick({
      label: `Đồng ý đăng công khai ${shown} và tóm tắt thành tích trên trang này.`,
      hint: 'Không đồng ý thì đề cử vẫn được xem xét như mọi đề cử khác.',
    }),
  };
}
