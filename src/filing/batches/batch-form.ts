import { fieldsOf } from '../definitions/form.ts';
import { type Form, forms } from '../definitions/registry.ts';
import type { FieldView } from '../definitions/view.ts';

/** The most rows that are taken at once. */
export const maxBatchRows = 100;

/** A column of the table: a question that is answered for each nominee. */
export interface BatchColumn {
  /** Name of the field. */
  name: string;
  heading: string;
  view: FieldView;
}

/** A form that is filed many at once: the answers that are given once, and those that stand in the table. */
export interface BatchForm {
  form: Form;
  /** Names of the fields of the unit, the contact and the consents without which nothing is sent. */
  shared: readonly string[];
  columns: readonly BatchColumn[];
}

/** Longer questions have a name for tables. */
const maxHeadingLetters = 60;

const headingOf = ({ label, heading }: FieldView): string =>
  label.length > maxHeadingLetters ? (heading ?? label) : label;

function batchFormOf(form: Form): BatchForm {
  const [unit] = form.sections;
  const inUnit: readonly string[] = unit.fields;
  const fields = [...fieldsOf(form)].map(([name, view]) => ({ name, heading: headingOf(view), view }));
  // A consent that may be refused is each nominee's own.
  const isShared = ({ name, view }: BatchColumn) =>
    inUnit.includes(name) || (view.control === 'tick' && !view.optional);
  // Files go with one filing: a unit adds them where it files one alone.
  const inTable = fields.filter((field) => !isShared(field) && field.view.control !== 'files');
  return {
    form,
    shared: fields.filter(isShared).map(({ name }) => name),
    columns: inTable,
  };
}

/** The forms that a unit files many of: every nomination. */
export const batchForms: readonly BatchForm[] = forms
  .filter(({ isNomination }) => isNomination)
  .map(batchFormOf);

/** The form of this id, if it is filed many at once. */
export const findBatchForm = (id: string): BatchForm | undefined =>
  batchForms.find(({ form }) => form.id === id);

/** Whether every row has to answer it. */
export const isRequired = ({ view }: BatchColumn): boolean =>
  view.optional !== true && view.onlyWhen === undefined;

/** Address of the page on which a form is filed many at once. */
export const batchPath = (form: Pick<Form, 'path'>): string => `${form.path}nhieu/`;
