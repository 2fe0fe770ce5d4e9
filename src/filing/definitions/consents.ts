import { mayTick, mustTick } from './choice-fields.ts';

/** Changes with every word below; stored with each submission (Nghị định 356/2025, Điều 6: keep proof of consent). */
export const consentVersion = '2026-11-29';

/** The fields with which someone consents or answers for something: never kept in a draft, given anew with each submission. */
export const consentNames: readonly string[] = [
  'attest',
  'contactConsent',
  'nomineeConsent',
  'storageNotice',
  'publicConsent',
];

/** Whom a form nominates, in the words of its boxes. */
interface Nominee {
  /** Who agreed to the nomination: “tập thể được đề cử …”. */
  agreed: string;
  /** What would be shown publicly: “tên tập thể, đơn vị …”. */
  shown: string;
}

const privacyNotice = { href: '/quyen-rieng-tu/', text: 'Đọc Thông báo bảo vệ dữ liệu cá nhân' };

/** The box by which a unit takes responsibility for its statements; `what` is the sentence that it ticks. */
const unitAttests = (what: string) =>
  mustTick(
    { label: what, heading: 'Cam kết của đơn vị' },
    'Xác nhận đơn vị chịu trách nhiệm về thông tin trong phiếu.',
  );

/** The box by which a person takes responsibility for a submission; `submission` names it: “đề cử này”. */
const contactConsent = (submission: string) =>
  mustTick(
    {
      label: `Tôi đã đọc Thông báo bảo vệ dữ liệu cá nhân và đồng ý để Sở Nội vụ thành phố Đồng Nai xử lý dữ liệu của tôi (người liên hệ) nhằm tiếp nhận và phản hồi ${submission}.`,
      heading: 'Đồng ý của người liên hệ',
      link: privacyNotice,
    },
    'Đồng ý để Sở Nội vụ xử lý dữ liệu của người liên hệ.',
  );

/** The box of every form that says where the data is kept. */
const storageNotice = () =>
  mustTick(
    {
      label:
        'Tôi được thông báo dữ liệu được lưu trên dịch vụ đặt ngoài Việt Nam: Netlify và Airtable [quốc gia lưu trữ: cơ quan chủ quản xác nhận].',
      heading: 'Đã biết nơi lưu dữ liệu',
    },
    'Xác nhận đã biết dữ liệu được lưu ngoài Việt Nam.',
  );

/** The boxes of a submission that proposes nobody. */
export const reportConsents = (attests: string) => ({
  attest: unitAttests(attests),
  contactConsent: contactConsent('phiếu này'),
  storageNotice: storageNotice(),
});

/** The boxes of a comment on a list of nominees; whoever leaves no way to be reached need not consent to be reached. */
export const commentConsents = () => ({
  attest: mustTick(
    { label: 'Tôi chịu trách nhiệm về nội dung góp ý này.', heading: 'Cam kết của người góp ý' },
    'Xác nhận chịu trách nhiệm về nội dung góp ý.',
  ),
  contactConsent: mayTick({
    label:
      'Tôi đã đọc Thông báo bảo vệ dữ liệu cá nhân và đồng ý để Sở Nội vụ thành phố Đồng Nai dùng tên, cách liên lạc ghi ở trên nhằm xem xét và trả lời góp ý này.',
    heading: 'Đồng ý của người liên hệ',
    hint: 'Chỉ cần khi có ghi tên hoặc cách liên lạc.',
    link: privacyNotice,
  }),
  storageNotice: storageNotice(),
});

/** The boxes of a hint at a practice, which asks for nothing of whoever gives it. */
export const tipConsents = () => ({
  attest: mustTick(
    { label: 'Tôi không nêu tên, điện thoại, địa chỉ nhà của ai.', heading: 'Không nêu tên ai' },
    'Xác nhận phiếu không nêu tên ai.',
  ),
  storageNotice: storageNotice(),
});

/** The box by which a unit lets its question be answered in public. */
export const answerInPublic = () =>
  mayTick({
    label:
      'Đồng ý để Sở Nội vụ đăng câu hỏi này và câu trả lời ở trang Hỏi đáp, không nêu đơn vị và người gửi.',
    heading: 'Đồng ý đăng ở Hỏi đáp',
    hint: 'Không đồng ý thì phiếu vẫn được trả lời như mọi phiếu khác.',
  });

/** The boxes of a nomination: each purpose apart, none ticked beforehand. */
export function consentFields({ agreed, shown }: Nominee) {
  return {
    attest: unitAttests(
      'Đơn vị chịu trách nhiệm về tính chính xác của thông tin trong phiếu và đã thông báo cho tập thể, cá nhân được đề cử.',
    ),
    contactConsent: contactConsent('đề cử này'),
    nomineeConsent: mustTick(
      {
        label: `Đơn vị xác nhận đã thông báo và được ${agreed} đồng ý cung cấp thông tin cho mục đích xét giới thiệu, khen thưởng.`,
        heading: 'Đồng ý của người được đề cử',
      },
      `Xác nhận ${agreed} đã đồng ý.`,
    ),
    storageNotice: storageNotice(),
    publicConsent: mayTick({
      label: `Đồng ý đăng công khai ${shown} và tóm tắt thành tích trên trang này.`,
      heading: 'Đồng ý công khai',
      hint: 'Không đồng ý thì đề cử vẫn được xem xét như mọi đề cử khác.',
    }),
  };
}

/** The boxes of a nomination on the page. */
export const nominationConsents = (consents: ReturnType<typeof consentFields>) => ({
  title: 'Cam kết và đồng ý',
  lead: 'Bốn ô đầu cần đánh dấu thì phiếu mới gửi được; ô cuối tùy chọn. Không ô nào được đánh dấu sẵn.',
  fields: Object.keys(consents),
});
