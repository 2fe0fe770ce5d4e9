import { readFileSync } from 'node:fs';
import { storyKindNames } from '../../src/gallery/story.ts';
import { costBands, unitSizes, workFields } from '../../src/vocabulary/problems.ts';
import { awardForms, criteriaGroups, occasions, strands } from '../../src/vocabulary/taxonomy.ts';
import { sampleHonorees } from './samples/honorees.ts';
import { sampleModels } from './samples/models.ts';
import type { SampleFacts } from './samples/sample-facts.ts';

/** A cell as Airtable's API takes it. */
type Cell = string | number | boolean | string[];

/** A sample names something that the taxonomy does not know: correct the id in `samples/`. */
class UnknownSampleTermError extends Error {
  constructor(id: string) {
    super(`The sample stories name “${id}”, which src/vocabulary/taxonomy.ts does not have.`);
    this.name = 'UnknownSampleTermError';
  }
}

function nameOf(terms: readonly { id: string; name: string }[], id: string): string {
  const term = terms.find((each) => each.id === id);
  if (!term) throw new UnknownSampleTermError(id);
  return term.name;
}

function awardCells(award: SampleFacts['award']): Record<string, Cell> {
  if (!award) return {};
  return {
    Dịp: nameOf(occasions, award.occasion),
    'Hình thức khen thưởng': nameOf(awardForms, award.form),
    'Số quyết định': '00/QĐ-MINHHOA',
    'Cơ quan quyết định': 'Cơ quan có thẩm quyền (giả định)',
    ...(award.decidedOn && { 'Ngày quyết định': award.decidedOn }),
  };
}

/** As a nomination writes them; each says that it is invented. */
const indicatorLines = (indicators: NonNullable<SampleFacts['indicators']>): string =>
  indicators
    .map(
      ([name, before, after, unit]) =>
        `Chỉ số: ${name} (giả định) · Trước: ${before} · Sau: ${after} · Đơn vị tính: ${unit}`,
    )
    .join('\n');

function toRow(facts: SampleFacts): Record<string, Cell> {
  return {
    Mã: facts.code,
    Loại: storyKindNames[facts.kind],
    Tên: facts.name,
    'Tóm tắt': facts.summary,
    'Nội dung': readFileSync(new URL(`samples/${facts.code}.md`, import.meta.url), 'utf8'),
    'Mã đơn vị': `minh-hoa-${facts.unit}`,
    'Tên đơn vị': facts.unitName,
    'Nhóm tiêu chí': nameOf(criteriaGroups, facts.group),
    'Nội dung thi đua': facts.strands.map((id) => nameOf(strands, id)),
    'Tiêu chí': [...facts.clauses],
    ...(facts.workFields && { 'Lĩnh vực': facts.workFields.map((id) => nameOf(workFields, id)) }),
    ...(facts.unitSize && { 'Quy mô đơn vị': nameOf(unitSizes, facts.unitSize) }),
    ...(facts.cost && { 'Mức chi phí': nameOf(costBands, facts.cost) }),
    Năm: facts.year,
    ...awardCells(facts.award),
    ...(facts.motivation && { 'Trích yếu khen thưởng': facts.motivation }),
    ...(facts.indicators && { 'Chỉ số trước và sau': indicatorLines(facts.indicators) }),
    ...(facts.english && {
      'Tên tiếng Anh': facts.english.name,
      'Tóm tắt tiếng Anh': facts.english.summary,
      'Kết quả tiếng Anh': facts.english.results,
    }),
    ...(facts.contact && { 'Liên hệ công khai': facts.contact }),
    ...(facts.corrections && { 'Đính chính': facts.corrections }),
    'Đồng ý công khai': true,
    'Trạng thái': 'Công bố',
    'Công bố từ': '2026-10-01T01:00:00.000Z',
  };
}

/**
 * The sixteen invented rows of `Điển hình` by column name, for the local stand-in alone: eight models,
 * eight honorees. `Mã đơn vị` starts with `minh-hoa-`, which marks a record as a sample everywhere.
 */
export const sampleStories: Array<Record<string, Cell>> = [...sampleModels, ...sampleHonorees].map(toRow);
