import { fold } from '../../vietnamese/fold.ts';

/** What a column about persons may hold beside each other. */
export type Part = 'name' | 'position' | 'unit';

/** The headings that state documents give to each part. */
export const partHeadings: Readonly<Record<Part, readonly string[]>> = {
  name: [
    'Họ và tên',
    'Họ tên',
    'Họ, tên',
    'Họ và tên cá nhân',
    'Họ và tên người được khen thưởng',
    'Tên',
    'Tên cá nhân',
    'Cá nhân',
    'Tên tập thể',
    'Tập thể',
    'Tên tập thể, cá nhân',
    'Tập thể, cá nhân',
    'Tên đơn vị, cá nhân',
    'Tên hộ gia đình',
    'Hộ gia đình',
    'Đối tượng khen thưởng',
    'Đối tượng được khen thưởng',
    'Tên mô hình',
    'Tên mô hình, giải pháp',
  ],
  position: [
    'Chức vụ',
    'Chức danh',
    'Nghề nghiệp',
    'Chức danh hoặc nghề nghiệp',
    'Chức vụ, chức danh',
    'Cấp bậc',
    'Cấp bậc, chức vụ',
    'Vị trí công tác',
  ],
  unit: [
    'Đơn vị',
    'Đơn vị công tác',
    'Cơ quan',
    'Cơ quan công tác',
    'Cơ quan, đơn vị',
    'Cơ quan, đơn vị công tác',
    'Nơi công tác',
    'Nơi làm việc',
    'Nơi công tác, cư trú',
    'Nơi công tác hoặc cư trú',
    'Đơn vị chủ quản',
    'Trực thuộc',
    'Địa chỉ',
    'Địa phương',
    'Xã, phường',
    'Tên đơn vị',
  ],
};

const wordsOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const parts = ['name', 'position', 'unit'] as const;
const known = parts.flatMap((part) =>
  partHeadings[part].map((heading) => ({ part, words: wordsOf(heading) })),
);
const longestFirst = known.toSorted((one, other) => other.words.length - one.words.length);
const single = new Map(known.map(({ part, words }) => [words, part]));
const joins = /^(?:va|hoac|hay|cua) /;

/** The parts that a heading names, in its order: “Họ và tên, chức vụ, đơn vị công tác” has three. Empty where a word is none of them. */
export function partsOfHeading(heading: string): Part[] {
  const said = wordsOf(heading);
  const only = single.get(said);
  if (only) return [only];
  const found: Part[] = [];
  for (let rest = `${said} `; rest !== ' ' && rest !== ''; ) {
    const next = longestFirst.find(({ words }) => rest.startsWith(`${words} `));
    if (!next) return [];
    if (!found.includes(next.part)) found.push(next.part);
    rest = rest.slice(next.words.length + 1).replace(joins, '');
  }
  return found;
}

/** The field of a heading that names several parts: that of the names where they are among them. */
export function fieldOfParts(heading: string): Part | undefined {
  const [first, ...others] = partsOfHeading(heading);
  if (first === undefined) return undefined;
  if (others.length === 0) return first;
  return first === 'name' || others.includes('name') ? 'name' : 'unit';
}
