import { z } from 'zod';
import { consentVersion, reportConsents } from './consents.ts';
import { acrossFields, type FormDefinition } from './form.ts';
import { senderFields, senderMistakes } from './nominating-unit.ts';
import { mistakeIn } from './readable.ts';
import { longText, optionalLongText } from './text-fields.ts';
import { show, viewOf } from './view.ts';

/** Most words of a correction: what a newspaper grants, too. */
const mostWords = 300;

const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const corrected = longText({
  label: 'Xin viết lại là',
  heading: 'Xin viết lại',
  hint: `Nhiều nhất ${mostWords} chữ. Được nhận thì trang đăng thành lời đính chính ở bài.`,
  max: 2500,
});

const correctionFields = {
  story: show(
    z.string('Ghi mã của bài.').regex(/^(?:MH|VD)-\d{4,}$/, 'Mã bài có dạng VD-0001 hoặc MH-0001.'),
    {
      control: 'text',
      label: 'Mã của bài',
      heading: 'Mã bài',
      hint: 'Ghi trên trang của bài, dạng VD-0001.',
      max: 20,
    },
  ),
  wrong: longText({
    label: 'Chỗ chưa đúng',
    hint: 'Chép lại câu, con số đang đăng.',
    max: 800,
  }),
  right: show(
    corrected.check(
      mistakeIn((written) => {
        const words = wordsOf(written);
        return words > mostWords
          ? `“Xin viết lại là” có ${words} chữ, nhiều nhất ${mostWords}. Hãy rút ngắn.`
          : undefined;
      }),
    ),
    viewOf(corrected),
  ),
  grounds: optionalLongText({ label: 'Căn cứ', hint: 'Văn bản, số liệu, người kiểm tra được.', max: 800 }),
};

const unitFields = senderFields('Đơn vị xin sửa');

const consents = reportConsents(
  'Tập thể, cá nhân được nêu trong bài, hoặc đơn vị của họ, xin sửa và chịu trách nhiệm về lời này.',
);

const shape = { ...correctionFields, ...unitFields, ...consents };

/** Who is named in a story asks for a correction. Once staff accept it, the story shows it as a correction. */
export const xinSua = {
  id: 'xin-sua',
  version: '1',
  path: '/xin-sua/',
  title: 'Xin sửa một bài điển hình',
  name: 'Xin sửa bài điển hình',
  choice: { under: 'ask', label: 'Xin sửa bài viết về tập thể, cá nhân của mình' },
  table: { name: 'Xin sửa', unit: 'Đơn vị xin sửa', states: 'report' },
  forWhom: 'Cho tập thể, cá nhân có bài trên trang này và đơn vị của họ.',
  lead: 'Nói chỗ nào chưa đúng và xin viết lại thế nào; Sở Nội vụ trả lời, được nhận thì thành lời đính chính ở bài.',
  atHand: ['Mã của bài.', 'Câu đang đăng và câu đúng.'],
  isNomination: false,
  send: 'Gửi lời xin sửa',
  schema: z.object(shape).check(acrossFields(senderMistakes)),
  consentVersion,
  sections: [
    { title: 'Chỗ cần sửa', fields: Object.keys(correctionFields) },
    { title: 'Đơn vị xin sửa', fields: Object.keys(unitFields) },
    {
      title: 'Cam kết và đồng ý',
      lead: 'Ba ô này cần đánh dấu thì phiếu mới gửi được.',
      fields: Object.keys(consents),
    },
  ],
} as const satisfies FormDefinition<typeof shape>;
