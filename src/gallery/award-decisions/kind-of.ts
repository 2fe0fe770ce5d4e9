import { fold, nfc } from '../../vietnamese/fold.ts';
import type { storyKinds } from '../story.ts';

/** What is honoured. */
export type HonouredKind = (typeof storyKinds)[number];

const spaced = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** Words that name a kind, folded. */
const kindWords: Readonly<Record<HonouredKind, readonly string[]>> = {
  'tap-the': ['tap the', 'ho gia dinh'],
  'ca-nhan': ['ca nhan', 'ho va ten', 'ho ten'],
  'mo-hinh': ['mo hinh', 'giai phap'],
};
const kinds = ['tap-the', 'ca-nhan', 'mo-hinh'] as const;

/** The kind that a title, a heading or a cell names; null where it names none, or two. */
export function namedKind(text: string): HonouredKind | null {
  const said = spaced(fold(text));
  const [kind, ...others] = kinds.filter((one) => kindWords[one].some((word) => said.includes(` ${word} `)));
  return others.length === 0 ? (kind ?? null) : null;
}

/** Whether a text is nothing but the name of a kind: “Tập thể”, “CÁ NHÂN (12)”. */
export const isBareKind = (text: string): boolean =>
  /^(?:tap the|ca nhan|ho gia dinh|mo hinh)$/.test(spaced(fold(text)).replace(/\d+/g, '').trim());

/** Words with which names of collectives begin, with their tones: “Tổ” is a collective, “Tô” a family. */
const collective = [
  'sở|ban|phòng|ủy ban|uỷ ban|ubnd|hđnd|hội|văn phòng|trung tâm|trường|bệnh viện|công ty|công an|công đoàn|bộ chỉ huy',
  'chi cục|cục|doanh nghiệp|hợp tác xã|htx|tổ|đội|khoa|xã|phường|ấp|khu phố|thôn|liên đoàn|liên minh|đảng ủy|đảng uỷ',
  'đoàn (?:thanh niên|tncs|kinh tế|cơ sở|xã|phường|trường|khối)|chi bộ|chi đoàn|tập thể|nhân dân|cán bộ|viện|tổng công ty',
  'tập đoàn|ngân hàng|báo|đài|thuế|kho bạc|tòa án|toà án|mặt trận|nhà máy|xí nghiệp|quỹ|hộ gia đình|gia đình|câu lạc bộ',
  'nhóm|trạm|tiểu đoàn|trung đoàn|lữ đoàn|đồn biên phòng|hải quan|bảo hiểm|bưu điện|hiệp hội|lớp|phân hiệu|học viện|đại học',
].join('|');
const asCollective = new RegExp(`^ (?:${collective}) `, 'u');
const addressed = /^ (?:ông|bà|đồng chí|đ c|anh|chị|em|cháu) /u;

/** Whether a name begins as names of collectives do, or as a person is addressed; null where neither shows. */
export function kindOfName(name: string): HonouredKind | null {
  const said = spaced(nfc(name).toLowerCase());
  if (addressed.test(said)) return 'ca-nhan';
  return asCollective.test(said) ? 'tap-the' : null;
}
