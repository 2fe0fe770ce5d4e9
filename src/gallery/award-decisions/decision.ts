import { z } from 'zod';
import { isAvailable, nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import { dayOf, textOf } from '../../filing/settings/cells.ts';
import { awardForms, occasions } from '../../vocabulary/taxonomy.ts';

/** Who agreed to be named, as staff say at the decision. */
export const consentChoices = {
  /** Collectives agreed; each person is asked at a private address. */
  collectives: 'Tập thể đã đồng ý, hỏi từng cá nhân',
  /** Staff hold the written consent of everyone. */
  all: 'Đã có văn bản đồng ý của tất cả',
  /** Everyone is asked. */
  none: 'Hỏi tất cả',
} as const;

/** See `consentChoices`. */
type Consent = keyof typeof consentChoices;

/** What is said once of a decision. */
export const awardDecisionSchema = z.object({
  number: z.string(),
  /** `YYYY-MM-DD`. */
  date: z.iso.date(),
  body: z.string(),
  year: z.number().int(),
  occasion: z.string().nullable(),
  /** The award form of lines that name none. */
  award: z.string().nullable(),
  motivation: z.string().nullable(),
  consent: z.enum(['collectives', 'all', 'none']),
  /** Name of the release in which its honours are shown. */
  release: z.string().nullable(),
});

/** See `awardDecisionSchema`. */
export type AwardDecision = z.infer<typeof awardDecisionSchema>;

/** Where a list is read from. */
export const listSourceSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ attachment: z.string(), url: z.url(), name: z.string() }),
]);

/** See `listSourceSchema`. */
export type ListSource = z.infer<typeof listSourceSchema>;

/** A row of `Quyết định` after reading. */
export interface ReadDecision {
  recordId: string;
  /** Null while something that must be there is missing. */
  decision: AwardDecision | null;
  source: ListSource | null;
  wanted: boolean;
  approved: boolean;
  /** In words for staff, each with the name of its column. */
  problems: string[];
}

const attachments = z.array(z.object({ id: z.string(), url: z.url(), filename: z.string().default('tệp') }));

const [first, last] = [2026, 2030];

function sourceOf(row: PulledRow): { source: ListSource | null; problem: string | null } {
  const text = typeof row.cells.list === 'string' ? row.cells.list : '';
  const files = attachments.safeParse(row.cells.file ?? []).data ?? [];
  const [file] = files;
  if (text.trim() !== '' && file)
    return {
      source: null,
      problem: `Vừa có danh sách dán ở cột “${nameOfColumn(row, 'list')}”, vừa có tệp ở cột “${nameOfColumn(row, 'file')}”: giữ một.`,
    };
  if (files.length > 1)
    return {
      source: null,
      problem: `Cột “${nameOfColumn(row, 'file')}” có ${files.length} tệp: giữ một tệp.`,
    };
  if (file) return { source: { attachment: file.id, url: file.url, name: file.filename }, problem: null };
  return { source: text.trim() === '' ? null : { text }, problem: null };
}

/** Reads a row of `Quyết định`. */
export function readDecision(row: PulledRow): ReadDecision {
  const at = (property: string, words: string) => `Cột “${nameOfColumn(row, property)}”: ${words}`;
  const problems: string[] = [];
  const must = (property: string, what: string): string => {
    const text = textOf(row, property);
    if (text === '' && isAvailable(row, property)) problems.push(at(property, `còn trống. Ghi ${what}.`));
    return text;
  };
  const chosen = (property: string, list: readonly { id: string; name: string }[]): string | null => {
    const name = textOf(row, property);
    const found = list.find((item) => item.name === name);
    if (name !== '' && !found) problems.push(at(property, `trang không hiểu lựa chọn “${name}”.`));
    return found?.id ?? null;
  };
  const number = must('number', 'số của quyết định');
  const body = must('body', 'cơ quan, người ký');
  const date = dayOf(row, 'date');
  if (date === null && isAvailable(row, 'date')) problems.push(at('date', 'còn trống. Chọn ngày ký.'));
  const typedYear = textOf(row, 'year');
  const year = typedYear === '' ? Number(date?.slice(0, 4)) : Number(typedYear);
  const isYear = Number.isInteger(year) && year >= first && year <= last;
  if (!isYear && (typedYear !== '' || date !== null))
    problems.push(at('year', `ghi năm của thành tích, từ ${first} đến ${last}.`));
  const consentName = textOf(row, 'consent');
  const consent = (['collectives', 'all', 'none'] satisfies Consent[]).find(
    (key) => consentChoices[key] === consentName,
  );
  const [award, occasion] = [chosen('award', awardForms), chosen('occasion', occasions)];
  const { source, problem } = sourceOf(row);
  if (problem !== null) problems.push(problem);
  if (row.cells.approved === true && textOf(row, 'release') === '')
    problems.push(at('release', 'còn trống, nên các bài chưa được duyệt. Ghi tên đợt ở bảng “Đợt công bố”.'));
  const isWhole = number !== '' && body !== '' && date !== null && isYear;
  return {
    recordId: row.recordId,
    decision: isWhole
      ? {
          number,
          date,
          body,
          year,
          occasion,
          award,
          motivation: textOf(row, 'motivation') || null,
          // Nothing said is nobody's consent.
          consent: consent ?? 'none',
          release: textOf(row, 'release') || null,
        }
      : null,
    source,
    wanted: row.cells.wanted === true,
    approved: row.cells.approved === true,
    problems,
  };
}
