import { z } from 'zod';
import { fieldsOf } from '../../filing/definitions/form.ts';
import { findForm } from '../../filing/definitions/registry.ts';
import { type FieldView, viewOf } from '../../filing/definitions/view.ts';
import type { Submission } from '../../filing/submission.ts';
import { criteria, strands } from '../../vocabulary/taxonomy.ts';
import { unitGroups, units, unlistedUnits } from '../../vocabulary/units.ts';
import type { Cell } from './column.ts';

/** Ids that the columns of clauses offer: strands and criteria. */
export const clauseIds = [...strands, ...criteria].map(({ id }) => id);

const texts = z.union([z.string(), z.array(z.string())]);
const rowSchema = z.record(z.string(), z.string().optional());

/** An answer, unchanged. */
export const answer =
  (field: string) =>
  ({ answers }: Submission): Cell => {
    const value = answers[field];
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    return texts.optional().catch(undefined).parse(value);
  };

function viewOfField({ form }: Submission, field: string): FieldView | undefined {
  const found = findForm(form);
  return found && fieldsOf(found).get(field);
}

/** The label of the chosen answer, or the labels of several, as the form shows them. */
export const choice =
  (field: string) =>
  (submission: Submission): Cell => {
    const view = viewOfField(submission, field);
    const label = (value: string) => view?.choices?.find((item) => item.value === value)?.label ?? value;
    const value = answer(field)(submission);
    if (Array.isArray(value)) return value.map(label);
    return typeof value === 'string' ? label(value) : undefined;
  };

/** The names of the chosen terms of the taxonomy. */
export const named =
  (field: string, terms: readonly { id: string; name: string }[]) =>
  (submission: Submission): Cell => {
    const name = (id: string) => terms.find((term) => term.id === id)?.name ?? id;
    const value = answer(field)(submission);
    if (Array.isArray(value)) return value.map(name);
    return typeof value === 'string' ? name(value) : undefined;
  };

/** A table of the form as lines of text, one row a line: “Chỉ số: a · Trước: 1 · Sau: 2”. */
export const lines =
  (field: string) =>
  (submission: Submission): Cell => {
    const rows = z.array(rowSchema).safeParse(submission.answers[field]);
    if (!rows.success) return undefined;
    const columns = Object.entries(viewOfField(submission, field)?.columns ?? {});
    return rows.data
      .map((row) =>
        columns
          .filter(([name]) => row[name] !== undefined)
          .map(([name, schema]) => `${viewOf(schema).label}: ${row[name]}`)
          .join(' · '),
      )
      .join('\n');
  };

const allUnits = [...units, ...unlistedUnits];

/** The unit's name: from the list, or as the filer typed it where the list does not have the unit. */
export const unitName = ({ answers }: Submission): Cell => {
  const isListed = units.some((unit) => unit.code === answers.unitCode);
  if (!isListed && typeof answers.unitName === 'string') return answers.unitName;
  return allUnits.find((unit) => unit.code === answers.unitCode)?.name;
};

/** The kind of unit: the group of the list that holds the unit. */
export const unitKind = ({ answers }: Submission): Cell => {
  const group = allUnits.find((unit) => unit.code === answers.unitCode)?.group;
  return unitGroups.find(({ id }) => id === group)?.label;
};

/** “2026-07” as people write it: “7/2026”. */
const shownMonth = (month: unknown) => String(month).replace(/^(\d{4})-0?(\d+)$/, '$2/$1');

/** A month as people write it. */
export const monthOf =
  (field: string) =>
  ({ answers }: Submission): Cell =>
    shownMonth(answers[field]);

/** “2026-07 – 2026-10” as people write it: “7/2026 – 10/2026”. */
export const period = ({ answers }: Submission): Cell =>
  `${shownMonth(answers.periodFrom)} – ${shownMonth(answers.periodTo)}`;
