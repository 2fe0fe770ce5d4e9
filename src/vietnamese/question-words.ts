import { fold } from './fold.ts';
import { isMarked, type Word } from './words.ts';

/** What a question asks for, and the words that ask for it: whole words, as they are spelled with tones. */
const asking = {
  when: 'khi nào|bao giờ|lúc nào|ngày nào|ngày mấy|hôm nào|bữa nào|chừng nào|năm nào|năm mấy|tháng mấy|tháng nào|mấy giờ|hạn|thời hạn|deadline|chậm nhất|trước ngày',
  howMuch: 'bao nhiêu|mấy triệu|mấy đồng|nhiêu tiền|mức thưởng',
  howLong: 'bao lâu|mấy ngày|bao nhiêu ngày|mấy năm',
  where: 'ở đâu|chỗ nào|nơi nào|vào đâu|vô đâu|đi đâu|về đâu|lấy đâu',
  who: 'ai|người nào|cơ quan nào|sở nào|cấp nào|đơn vị nào|hội đồng nào',
  how: 'làm sao|thế nào|cách nào|ra sao|bằng cách',
  what: 'là gì|những gì|cái gì|làm gì|việc gì',
} as const;

const matcher = (words: string): RegExp => new RegExp(`(?:^| )(?:${words})(?= |$)`);
const matchers = Object.entries(asking).map(([id, words]) => ({
  id: `?${id}`,
  toned: matcher(words),
  folded: matcher(fold(words)),
}));

/** What words ask for: a time, a sum, a place, a person. A question without tones is read without tones. */
export function askedFor(words: readonly Word[]): string[] {
  const text = words.map(({ form, text: typed }) => (/[A-Z]/.test(form) ? typed : form)).join(' ');
  const way = words.some(isMarked) ? 'toned' : 'folded';
  return matchers.filter((each) => each[way].test(text)).map(({ id }) => id);
}
