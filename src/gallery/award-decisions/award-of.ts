import { fold } from '../../vietnamese/fold.ts';
import { awardForms } from '../../vocabulary/taxonomy.ts';

const key = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:ubnd|uy ban nhan dan)\b/g, 'ubnd')
    .replace(/\btp\b/g, 'thanh pho')
    .trim()} `;

/** Words that all stand in a name of the award, by its id. */
const marks: Readonly<Record<string, readonly string[]>> = {
  'huan-chuong-lao-dong': ['huan chuong lao dong'],
  'co-thi-dua-chinh-phu': ['co thi dua', 'chinh phu'],
  'bang-khen-thu-tuong': ['bang khen', 'thu tuong'],
  'co-thi-dua-thanh-pho': ['co thi dua', 'ubnd'],
  'bang-khen-chu-tich-thanh-pho': ['bang khen', 'chu tich ubnd'],
  'giay-khen': ['giay khen'],
};

/**
 * The id of the award form that words name: “Bằng khen của Chủ tịch UBND TP”. “Bằng khen” alone is that of `usual`, where this is one.
 * Null where no form or more than one fits.
 */
export function awardOf(text: string, usual: string | null = null): string | null {
  const said = key(text);
  const found = awardForms.filter(({ id }) => marks[id]?.every((mark) => said.includes(` ${mark} `)));
  if (found.length === 1) return found[0]?.id ?? null;
  if (found.length > 1) return null;
  const short = awardForms.filter(({ id }) => said.includes(` ${marks[id]?.[0] ?? '?'} `));
  return short.find(({ id }) => id === usual)?.id ?? null;
}
