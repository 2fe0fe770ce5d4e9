import type { FieldView } from '../../filing/definitions/view.ts';

/** Most words that a unit may add. */
const mostWords = 300;

const yes = 'co';

const choice = (label: string, agreed: string, refused: string): FieldView => ({
  control: 'radios',
  label,
  choices: [
    { value: yes, label: agreed },
    { value: 'khong', label: refused },
  ],
});

/** What a unit is asked about its story: each thing apart (Luật 91/2025/QH15, Điều 9). */
export const confirmFields = {
  baiViet: choice('Bài viết, với tên nêu trong bài', 'Đồng ý công bố', 'Không đồng ý công bố'),
  anh: choice('Ảnh', 'Đồng ý hiện ảnh', 'Không đồng ý hiện ảnh'),
  lienHe: choice('Liên hệ ở cuối bài', 'Đồng ý hiện liên hệ', 'Không đồng ý hiện liên hệ'),
  yKien: {
    control: 'textarea',
    label: 'Chỗ cần sửa, ý kiến khác',
    hint: `Không quá ${mostWords} từ. Không ghi dữ liệu cá nhân của người khác.`,
    max: 3000,
    optional: true,
  },
} as const satisfies Record<string, FieldView>;

/** What a draft has that can be agreed to apart. */
interface Asked {
  photo: boolean;
  contact: boolean;
}

/** An answer as given; null for what the draft does not have. */
interface GivenAnswer {
  name: boolean;
  photo: boolean | null;
  contact: boolean | null;
  words: string;
}

/** The outcome of reading an answer: what is agreed to, or the mistakes by field. */
type ReadAnswer =
  | { ok: true; answer: GivenAnswer }
  | { ok: false; errors: { field: string; message: string }[] };

const wordsIn = (text: string) => text.split(/\s+/u).filter(Boolean).length;

/** Reads what a unit answered. */
export function readAnswer(given: Readonly<Record<string, unknown>>, asked: Asked): ReadAnswer {
  const agreed = (field: string): boolean | null => {
    const value = given[field];
    if (value === yes) return true;
    return value === 'khong' ? false : null;
  };
  const words = typeof given.yKien === 'string' ? given.yKien.trim() : '';
  const [name, photo, contact] = ['baiViet', 'anh', 'lienHe'].map(agreed);
  const errors = [
    ...(name == null ? [{ field: 'baiViet', message: 'Chọn đồng ý hay không đồng ý công bố bài.' }] : []),
    ...(asked.photo && photo == null
      ? [{ field: 'anh', message: 'Chọn đồng ý hay không đồng ý hiện ảnh.' }]
      : []),
    ...(asked.contact && contact == null
      ? [{ field: 'lienHe', message: 'Chọn đồng ý hay không đồng ý hiện liên hệ.' }]
      : []),
    ...(wordsIn(words) > mostWords
      ? [{ field: 'yKien', message: `Ý kiến dài ${wordsIn(words)} từ; rút còn ${mostWords} từ.` }]
      : []),
  ];
  if (name == null || errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    answer: {
      name,
      photo: asked.photo ? (photo ?? null) : null,
      contact: asked.contact ? (contact ?? null) : null,
      words,
    },
  };
}
