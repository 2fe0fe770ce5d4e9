import { z } from 'zod';
import pagesFile from '../../../content/search/pages.json' with { type: 'json' };
import { listedForms } from '../../filing/definitions/periods.ts';
import { type SearchDoc, searchDoc } from '../../search/doc.ts';

const names = z.array(z.string().min(1));

const wordings = z
  .strictObject({
    note: z.string(),
    pages: z.array(
      z.strictObject({
        href: z.string().startsWith('/'),
        kind: z.enum(['trang', 'tai-ve', 'en']).default('trang'),
        title: z.string(),
        summary: z.string(),
        names,
        codes: names.default([]),
      }),
    ),
    /** By the id of a form. */
    forms: z.record(z.string(), names),
    /** By the id of a criteria group. */
    groups: z.record(z.string(), names),
    /** By the id of a clause. */
    clauses: z.record(z.string(), names),
  })
  .parse(pagesFile);

/** What people call the criteria groups and their members, and the clauses. */
export const called = { groups: wordings.groups, clauses: wordings.clauses };

/** The pages and downloads that editors list, and each form with its blank form. */
export const pageDocs = (): SearchDoc[] => [
  ...wordings.pages.map(searchDoc),
  ...listedForms().flatMap(({ id, path, title, name, forWhom, choice }) => {
    const called = wordings.forms[id] ?? [];
    return [
      searchDoc({
        kind: 'bieu-mau',
        href: path,
        title,
        summary: forWhom,
        names: [...new Set([name, choice.label, ...called])],
      }),
      searchDoc({
        kind: 'phieu-trong',
        href: `${path}phieu-trong/`,
        title: `${title}: phiếu trống để in`,
        summary: 'Bản trống để in, điền tay hoặc xem trước các câu hỏi.',
        names: [`phiếu trống ${name}`, `in mẫu ${name}`, `tải mẫu ${name}`],
      }),
    ];
  }),
];
