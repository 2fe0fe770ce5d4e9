import { fold } from './fold.ts';
import { isMarked, type Word, wordsOf } from './words.ts';

/** Words as forms have them: `kỷ` as `kỉ`. */
const spelled = (words: string): string =>
  words.replace(/\p{L}+/gu, (each) => wordsOf(each)[0]?.form ?? each);
const matcher = (words: string): RegExp => new RegExp(`(?:^| )(?:${words})(?= |$)`);

/** Words as one text, in the spelling of `matching`. */
const textOf = (words: readonly Word[]): string =>
  words.map(({ form, text }) => (/[A-Z]/.test(form) ? text : form)).join(' ');

/**
 * A function that finds a pattern in the words of a text. A pattern has whole words, as they are spelled with tones, with `|` between
 * them, groups and classes of digits; a text without tones is read without tones.
 */
export function matching(pattern: string): (words: readonly Word[]) => RegExpExecArray | null {
  const toned = matcher(spelled(pattern));
  const folded = matcher(fold(pattern));
  return (words) => (words.some(isMarked) ? toned : folded).exec(textOf(words));
}

/** A function from the words of a text to the ids whose pattern it has. */
export function idsSaid(table: Readonly<Record<string, string>>): (words: readonly Word[]) => string[] {
  const matchers = Object.entries(table).map(([id, pattern]) => ({ id, match: matching(pattern) }));
  return (words) => matchers.filter(({ match }) => match(words)).map(({ id }) => id);
}

/** What words ask for: a time, a sum, a place, a person. */
export const askedFor = idsSaid({
  '?when':
    'khi nào|bao giờ|lúc nào|ngày nào|ngày mấy|hôm nào|bữa nào|chừng nào|năm nào|năm mấy|tháng mấy|tháng nào|mấy giờ|hạn|thời hạn|deadline|chậm nhất|trước ngày',
  '?howMuch': 'bao nhiêu|mấy triệu|mấy đồng|nhiêu tiền|mức thưởng',
  '?howLong': 'bao lâu|(?:mấy|bao nhiêu) (?:ngày|bữa|hôm|tuần|tháng|năm)',
  '?where': 'ở đâu|chỗ nào|nơi nào|vào đâu|vô đâu|đi đâu|về đâu|lấy đâu',
  '?who': 'ai|người nào|cơ quan nào|sở nào|cấp nào|đơn vị nào|hội đồng nào',
  '?how': 'làm sao|thế nào|cách nào|ra sao|bằng cách',
  '?what': 'là gì|những gì|cái gì|làm gì|việc gì',
});
