import { z } from 'zod';
import announcementsFile from '../../../content/press/announcements.json' with { type: 'json' };
import boilerplateFile from '../../../content/press/boilerplate.json' with { type: 'json' };
import { englishNames } from '../../plan/english/schema.ts';
import { planDocument } from '../../plan/schema.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { site } from '../../vocabulary/site.ts';
import { awardForms, phases } from '../../vocabulary/taxonomy.ts';

const text = z.string().min(1);

/** Short descriptions of the movement to paste, of about `words` words: content/press/boilerplate.json. */
export const boilerplate = z
  .array(z.strictObject({ words: z.number(), vi: text, en: text }))
  .parse(boilerplateFile);

/** Announcements to come, without names: content/press/announcements.json. `at` is an instant with its offset. */
export const announcements = z
  .strictObject({
    source: text,
    announcements: z.array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        at: z.iso.datetime({ offset: true }),
        name: text,
      }),
    ),
  })
  .parse(announcementsFile).announcements;

/** The facts of the movement, each with the clause or document that states it. */
export const facts: readonly { name: string; fact: string }[] = [
  { name: 'Tên phong trào', fact: `“${site.movement}”` },
  { name: 'Thời gian', fact: site.years },
  { name: 'Văn bản', fact: `Kế hoạch ${planDocument.number} ${officialDate(planDocument.date)}` },
  { name: 'Cơ quan ban hành', fact: planDocument.issuingBody },
  { name: 'Người ký', fact: `${planDocument.signature.name}, ${planDocument.signature.office}` },
  { name: 'Chủ trì hướng dẫn khen thưởng', fact: `${site.leadAgency} (mục V.2.8)` },
];

/** The milestones of the plan; it gives quarters and years, no days. */
export const timeline = phases.flatMap(({ milestones }) =>
  milestones.map(({ when, name, clause }) => ({ when, name, clause })),
);

/** The names of the awards in Vietnamese and in English. */
export const awardNames = awardForms.map(({ id, name }) => ({
  vi: name,
  en: englishNames.awardForms[id]?.name ?? '',
}));

/** How names are written, and what they are not. */
export const spellings: readonly { write: string; note: string }[] = [
  {
    write: `Phong trào thi đua “${site.movement}”`,
    note: 'Lần đầu viết đủ trong ngoặc kép; sau đó: Phong trào.',
  },
  { write: 'thành phố Đồng Nai', note: 'Chữ “thành phố” viết thường trong câu. Tiếng Anh: Đồng Nai City.' },
  {
    write: planDocument.issuingBody,
    note: 'Viết tắt: UBND thành phố Đồng Nai. Tiếng Anh: the City People’s Committee.',
  },
  { write: 'Sở Nội vụ', note: 'Chữ “vụ” viết thường. Tiếng Anh: Department of Home Affairs.' },
  { write: `Kế hoạch ${planDocument.number}`, note: 'Trích dẫn kèm số mục, như mục III.1.2.' },
];
