import { z } from 'zod';
import districtsFile from '../../content/search/former-districts.json' with { type: 'json' };
import communesFile from '../../content/units/communes.json' with { type: 'json' };

const communeSchema = z.object({ code: z.string(), fullName: z.string(), formedFrom: z.string() });
const districtSchema = z.object({ name: z.string(), communes: z.array(z.string()) });
const districts = z.array(districtSchema).parse(districtsFile.districts);

/** “Xã Bình Sơn (huyện Phú Riềng), …” → the names alone; the district stands in the other list. */
const formerCommunes = (formedFrom: string): string[] =>
  formedFrom
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'giữ nguyên');

/** For each commune of today the names that its ground had before 1/7/2025: communes first, then districts. */
export const formerNames: ReadonlyMap<string, readonly string[]> = new Map(
  z
    .array(communeSchema)
    .parse(communesFile.units)
    .map(({ code, fullName, formedFrom }) => {
      const above = districts.filter(({ communes }) => communes.includes(code)).map(({ name }) => name);
      const before = formerCommunes(formedFrom).filter((name) => name !== fullName);
      return [code, [...before, ...above]];
    }),
);
