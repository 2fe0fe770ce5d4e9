import { z } from 'zod';
import { costBands, unitSizes, workFields } from '../../vocabulary/problems.ts';
import { tidyStoryId } from '../../vocabulary/story-ids.ts';
import { awardForms, criteria, criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import { countAttached, readAttachedFiles } from '../model-files/read-attached.ts';
import { storyKindNames, storyKinds, storySchema } from '../story.ts';
import { readCorrection, readIndicator } from './lines.ts';

// What each column of `Điển hình` may hold. A value comes with what was wrong in the cell, in words that say what to type.

/** A cell as read: its value, and what is wrong. Without a value, the last good one stays. */
interface ReadValue<T> {
  value?: T;
  wrong?: string;
}

/** Reads the cell of one column. */
export type Rule<T> = (cell: unknown) => ReadValue<T>;

interface Named {
  id: string;
  name: string;
}

const trimmed = (cell: unknown): string | null =>
  typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : null;

const notText = 'ô không phải là chữ. Trả cột về kiểu chữ.';

/** A text that must be there. */
const required =
  (max: number, what: string): Rule<string> =>
  (cell) => {
    if (cell != null && typeof cell !== 'string') return { wrong: notText };
    const text = trimmed(cell);
    if (text === null) return { wrong: `còn trống. Ghi ${what}.` };
    return text.length > max ? { wrong: `dài ${text.length} ký tự; nhiều nhất ${max}.` } : { value: text };
  };

/** A text that may be empty. */
export const optional =
  (max: number): Rule<string | null> =>
  (cell) => {
    if (cell != null && typeof cell !== 'string') return { wrong: notText };
    const text = trimmed(cell);
    return text !== null && text.length > max
      ? { wrong: `dài ${text.length} ký tự; nhiều nhất ${max}.` }
      : { value: text };
  };

const unknownChoice = (names: readonly string[]) =>
  `trang không hiểu lựa chọn “${names.join('”, “')}”. Chọn một lựa chọn có sẵn của trang.`;

/** One choice of a list, or none. */
const choice =
  (list: readonly Named[]): Rule<string | null> =>
  (cell) => {
    const name = trimmed(cell);
    if (name === null)
      return cell == null || cell === '' ? { value: null } : { wrong: 'ô không phải một lựa chọn.' };
    const found = list.find((item) => item.name === name);
    return found ? { value: found.id } : { wrong: unknownChoice([name]) };
  };

/** Choices of a list. Those that the site does not know are left out and named. */
const choices =
  (list: readonly Named[]): Rule<string[]> =>
  (cell) => {
    if (cell == null) return { value: [] };
    const names = z.array(z.string()).safeParse(cell).data;
    if (!names) return { wrong: 'ô không phải danh sách lựa chọn.' };
    const found = names.map((name) => ({ name, id: list.find((item) => item.name === name)?.id }));
    const value = [...new Set(found.flatMap(({ id }) => id ?? []))];
    const unknown = found.filter(({ id }) => id === undefined).map(({ name }) => name);
    return unknown.length > 0 ? { value, wrong: unknownChoice(unknown) } : { value };
  };

/** A table as lines of text. Lines that cannot be read are left out and named. */
const lines =
  <T>(read: (line: string) => T | undefined, example: string): Rule<T[]> =>
  (cell) => {
    if (cell != null && typeof cell !== 'string') return { wrong: notText };
    const said = (cell ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const value = said.flatMap((line) => read(line) ?? []);
    const bad = said.find((line) => read(line) === undefined);
    return bad === undefined
      ? { value }
      : { value, wrong: `không đọc được dòng “${bad.slice(0, 120)}”. Viết như “${example}”.` };
  };

const clauses = [...strands, ...criteria].map(({ id }) => ({ id, name: id }));
const kinds = storyKinds.map((id) => ({ id, name: storyKindNames[id] }));

const dayMs = 24 * 60 * 60 * 1000;

/** The date of a decision: real, and not later than tomorrow. */
const decisionDate: Rule<string | null> = (cell) => {
  if (cell == null || cell === '') return { value: null };
  const day = z.iso.date().safeParse(cell).data;
  if (day === undefined) return { wrong: 'không phải một ngày. Chọn ngày trên lịch.' };
  const isSensible = day >= '2000-01-01' && Date.parse(day) < Date.now() + dayMs;
  return isSensible
    ? { value: day }
    : {
        wrong: `ngày ${day.split('-').toReversed().join('/')} không thể là ngày ký quyết định. Chọn lại ngày.`,
      };
};

const yearHint = 'Ghi một năm từ 2026 đến 2030.';

/** The rules of the columns that a story can be shown without: where one is broken, the rest of the row goes on. */
export const optionalRules = {
  criteriaGroup: choice(criteriaGroups),
  strands: choices(strands),
  workFields: choices(workFields),
  costBand: choice(costBands),
  unitSize: choice(unitSizes),
  clauses: choices(clauses),
  submissionCode: optional(40),
  occasion: choice(occasions),
  awardForm: choice(awardForms),
  decisionDate,
  decisionBody: optional(300),
  motivation: optional(600),
  indicators: lines(readIndicator, 'Chỉ số: Hồ sơ trực tuyến · Trước: 40 · Sau: 71 · Đơn vị tính: %'),
  documents: countAttached,
  files: readAttachedFiles,
  nameEn: optional(300),
  summaryEn: optional(600),
  resultsEn: optional(600),
  contact: optional(500),
  cost: optional(500),
  duration: optional(500),
  people: optional(500),
  conditions: optional(1000),
  corrections: lines(readCorrection, '23/11/2026: Sửa tên đơn vị.'),
  wishedSlug: ((cell) => {
    const read = optional(80)(cell);
    const isFit = read.value == null || storySchema.shape.slug.safeParse(read.value).success;
    return isFit
      ? read
      : {
          wrong: `“${read.value}” không làm địa chỉ được. Chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ “to-so-hoa”.`,
        };
  }) satisfies Rule<string | null>,
};

/** The rules of the columns without which a story is not shown: where one is broken, the last good version stays. */
export const requiredRules = {
  id: ((cell) => {
    const typed = trimmed(cell);
    if (typed === null)
      return {
        wrong: 'còn trống. Ghi mã, ví dụ “MH-0012” cho mô hình, “VD-0012” cho điển hình được vinh danh.',
      };
    const id = tidyStoryId(typed);
    return id === undefined
      ? {
          wrong: `“${typed.slice(0, 60)}” không phải một mã. Ghi như “MH-0012” cho mô hình, “VD-0012” cho điển hình được vinh danh.`,
        }
      : { value: id };
  }) satisfies Rule<string>,
  kind: ((cell) => {
    const { value, wrong } = choice(kinds)(cell);
    const kind = storySchema.shape.kind.safeParse(value).data;
    return kind ? { value: kind } : { wrong: wrong ?? 'còn trống. Chọn Mô hình, Tập thể hoặc Cá nhân.' };
  }) satisfies Rule<(typeof storyKinds)[number]>,
  name: required(300, 'tên mô hình, hoặc tên người, tập thể được vinh danh'),
  summary: required(1000, 'một, hai câu tóm tắt'),
  body: ((cell) => {
    const { value, wrong } = optional(100_000)(cell);
    return wrong === undefined ? { value: value ?? '' } : { wrong };
  }) satisfies Rule<string>,
  unitName: required(300, 'tên đơn vị'),
  year: ((cell) => {
    if (cell == null || cell === '') return { wrong: `còn trống. ${yearHint}` };
    const year = storySchema.shape.year.safeParse(cell).data;
    return year === undefined
      ? { wrong: `“${String(cell).slice(0, 40)}” ngoài thời gian của phong trào. ${yearHint}` }
      : { value: year };
  }) satisfies Rule<number>,
  decisionNumber: optional(200),
};
