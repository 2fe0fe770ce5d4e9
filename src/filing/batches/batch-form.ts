import { fieldsOf } from '../definitions/form.ts';
import { type Form, forms } from '../definitions/registry.ts';
import type { FieldView } from '../definitions/view.ts';

/** The most rows of one table. */
export const maxBatchRows = 100;

/** A column of the table: a question that is answered for each nominee. */
export interface BatchColumn {
  /** Name of the field. */
  name: string;
  heading: string;
  view: FieldView;
  /** Other headings under which people write the column. */
  alsoCalled?: readonly string[];
}

/** What a table is read by: its columns, that of the names first. */
export interface TableForm {
  columns: readonly BatchColumn[];
  /** The field of a heading that is none of the columns' own, such as one of several parts. */
  fieldOf?: (heading: string) => string | undefined;
}

/** A form that a unit can file as a table: fields answered once for all rows, and the columns of the table. */
export interface BatchForm extends TableForm {
  form: Form;
  /** Names of the fields answered once: the unit, the contact and the required consents. */
  shared: readonly string[];
}

/** Questions longer than this need a short name for tables. */
const maxHeadingLetters = 60;

const headingOf = ({ label, heading }: FieldView): string =>
  label.length > maxHeadingLetters ? (heading ?? label) : label;

function batchFormOf(form: Form): BatchForm {
  const [unit] = form.sections;
  const inUnit: readonly string[] = unit.fields;
  const fields = [...fieldsOf(form)].map(([name, view]) => ({ name, heading: headingOf(view), view }));
  // Each nominee decides on an optional consent, so it is a column.
  const isShared = ({ name, view }: BatchColumn) =>
    inUnit.includes(name) || (view.control === 'tick' && !view.optional);
  // A table has no evidence files; the form for one nomination takes them.
  const inTable = fields.filter((field) => !isShared(field) && field.view.control !== 'files');
  return {
    form,
    shared: fields.filter(isShared).map(({ name }) => name),
    columns: inTable,
  };
}

/** The forms that can be filed as a table: all nominations. */
export const batchForms: readonly BatchForm[] = forms
  .filter(({ isNomination }) => isNomination)
  .map(batchFormOf);

/** The form of this id, if it can be filed as a table. */
export const findBatchForm = (id: string): BatchForm | undefined =>
  batchForms.find(({ form }) => form.id === id);

/** Whether every row must answer the column. */
export const isRequired = ({ view }: BatchColumn): boolean =>
  view.optional !== true && view.onlyWhen === undefined;

/** Address of the page on which a form is filed as a table. */
export const batchPath = (form: Pick<Form, 'path'>): string => `${form.path}nhieu/`;
