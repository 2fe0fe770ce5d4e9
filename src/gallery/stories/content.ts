import { isAvailable, nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import type { Photo } from '../story.ts';
import { readPhoto } from './photo.ts';
import { optionalRules, type Rule, requiredRules } from './rules.ts';
import { unitCodeRule } from './unit-code.ts';
import { unreadableCells } from './unreadable.ts';

/** What was met while the cells of a row were read. */
interface Notes {
  keep: StoryField[];
  /** Names of columns that are gone and without which a new story cannot be shown. */
  lacking: string[];
  problems: string[];
  /** A cell that must be right is wrong: the last good version stays. */
  isHeld: boolean;
}

/** A reader of one row. `must` and `may` resolve with a stand-in value where the cell cannot be used. */
function cellReader(row: PulledRow) {
  const notes: Notes = { keep: [], lacking: [], problems: [], isHeld: false };
  const say = (field: string, wrong: string) =>
    notes.problems.push(`Cột “${nameOfColumn(row, field)}”: ${wrong}`);
  /** The value of a cell; undefined where it cannot be used, and why was said. */
  function read<T>(field: string, rule: Rule<T>): T | undefined {
    const { value, wrong } = rule(row.cells[field]);
    const unreadable = unreadableCells(row, { [field]: value });
    if (wrong !== undefined) say(field, wrong);
    if (unreadable !== null) notes.problems.push(unreadable);
    return unreadable === null ? value : undefined;
  }
  return {
    notes,
    say,
    /** A cell without which the story is not shown. */
    must<T>(field: StoryField, rule: Rule<T>, none: T): T {
      if (!isAvailable(row, field)) {
        notes.keep.push(field);
        notes.lacking.push(nameOfColumn(row, field));
        return none;
      }
      const value = read(field, rule);
      if (value === undefined) notes.isHeld = true;
      return value ?? none;
    },
    /** Optional cell: if it cannot be used, the story is shown without it. */
    may<T>(field: StoryField, rule: Rule<T>, none: T): T {
      const value = isAvailable(row, field) ? read(field, rule) : undefined;
      if (value === undefined) notes.keep.push(field);
      return value ?? none;
    },
  };
}

function readFields({ must, may }: ReturnType<typeof cellReader>, { cells }: PulledRow) {
  return {
    id: must('id', requiredRules.id, ''),
    kind: must('kind', requiredRules.kind, 'mo-hinh'),
    name: must('name', requiredRules.name, ''),
    summary: must('summary', requiredRules.summary, ''),
    body: must('body', requiredRules.body, ''),
    unitCode: may('unitCode', unitCodeRule(cells.unitName), null),
    unitName: must('unitName', requiredRules.unitName, ''),
    criteriaGroup: may('criteriaGroup', optionalRules.criteriaGroup, null),
    strands: may('strands', optionalRules.strands, []),
    workFields: may('workFields', optionalRules.workFields, []),
    costBand: may('costBand', optionalRules.costBand, null),
    unitSize: may('unitSize', optionalRules.unitSize, null),
    clauses: may('clauses', optionalRules.clauses, []),
    year: must('year', requiredRules.year, 2026),
    occasion: may('occasion', optionalRules.occasion, null),
    awardForm: may('awardForm', optionalRules.awardForm, null),
    decisionNumber: must('decisionNumber', requiredRules.decisionNumber, null),
    decisionDate: may('decisionDate', optionalRules.decisionDate, null),
    decisionBody: may('decisionBody', optionalRules.decisionBody, null),
    motivation: may('motivation', optionalRules.motivation, null),
    indicators: may('indicators', optionalRules.indicators, []),
    documents: may('documents', optionalRules.documents, 0),
    files: may('files', optionalRules.files, []),
    nameEn: may('nameEn', optionalRules.nameEn, null),
    summaryEn: may('summaryEn', optionalRules.summaryEn, null),
    resultsEn: may('resultsEn', optionalRules.resultsEn, null),
    contact: may('contact', optionalRules.contact, null),
    cost: may('cost', optionalRules.cost, null),
    duration: may('duration', optionalRules.duration, null),
    people: may('people', optionalRules.people, null),
    conditions: may('conditions', optionalRules.conditions, null),
    corrections: may('corrections', optionalRules.corrections, []),
    /** The nomination that the story came from; never printed. */
    submissionCode: may('submissionCode', optionalRules.submissionCode, null),
    wishedSlug: may('wishedSlug', optionalRules.wishedSlug, null),
  };
}

/** The public part of a record, without what the store adds (slug, dates). */
export type StoryFields = ReturnType<typeof readFields> & { photo: Photo | null };

/** Property of `StoryFields`. */
export type StoryField =
  | 'id'
  | 'kind'
  | 'name'
  | 'summary'
  | 'body'
  | 'unitCode'
  | 'unitName'
  | 'criteriaGroup'
  | 'strands'
  | 'workFields'
  | 'costBand'
  | 'unitSize'
  | 'clauses'
  | 'year'
  | 'occasion'
  | 'awardForm'
  | 'decisionNumber'
  | 'decisionDate'
  | 'decisionBody'
  | 'motivation'
  | 'indicators'
  | 'documents'
  | 'files'
  | 'nameEn'
  | 'summaryEn'
  | 'resultsEn'
  | 'contact'
  | 'cost'
  | 'duration'
  | 'people'
  | 'conditions'
  | 'corrections'
  | 'submissionCode'
  | 'wishedSlug'
  | 'photo';

/** The content of a row; `fields` is null where the last good version must stay. */
export interface ReadContent extends Omit<Notes, 'isHeld'> {
  fields: StoryFields | null;
  /** All that could be read, for a preview: a cell that cannot be used has a stand-in. */
  draft: StoryFields;
  photoUrl: string | null;
}

const photoColumns = ['photos', 'photoAlt', 'photoCaption', 'photoCredit'];

/** Reads the content of a row that is or will be public. */
export function readContent(row: PulledRow): ReadContent {
  const reader = cellReader(row);
  const { notes, say } = reader;
  const fields = readFields(reader, row);
  const { id, kind, decisionNumber } = fields;
  if (!notes.isHeld && id !== '' && id.startsWith('MH-') !== (kind === 'mo-hinh')) {
    say(
      'id',
      `mã “${id}” không hợp với loại đã chọn ở cột “${nameOfColumn(row, 'kind')}”. Mô hình mang mã MH-…, tập thể và cá nhân được vinh danh mang mã VD-….`,
    );
    notes.isHeld = true;
  }
  if (kind !== 'mo-hinh' && decisionNumber === null && isAvailable(row, 'decisionNumber')) {
    say('decisionNumber', 'còn trống. Điển hình được vinh danh phải có số quyết định.');
    notes.isHeld = true;
  }
  const { photo, url, problem } = readPhoto(row);
  if (photoColumns.some((field) => !isAvailable(row, field))) notes.keep.push('photo');
  else if (problem !== null) notes.problems.push(problem);
  const { keep, lacking, problems, isHeld } = notes;
  const draft = { ...fields, photo };
  return { fields: isHeld ? null : draft, draft, keep, lacking, problems, photoUrl: url };
}
