import { askable } from '../../filing/definitions/askable.ts';
import { fieldsOf } from '../../filing/definitions/form.ts';
import type { Form } from '../../filing/definitions/registry.ts';
import type { FieldView } from '../../filing/definitions/view.ts';
import type { Submission } from '../../filing/submission.ts';
import { awardForms, criteriaGroups, strands } from '../../vocabulary/taxonomy.ts';
import { answer, choice, clauseIds, lines, monthOf, named, period } from './answers.ts';
import type { Cell, Column, Table } from './column.ts';
import { answerSentence, describedFilings } from './filing-descriptions.ts';
import { stateColumn } from './state-column.ts';

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

/** Fields whose columns do not follow from their kind. */
const special: Readonly<Record<string, (name: string) => Column[]>> = {
  // `unitColumns` covers `unitCode` and `unitName` with three columns.
  unitCode: () => [],
  unitName: () => [],
  criteriaGroup: (name) => [
    {
      name,
      type: 'singleSelect',
      choices: names(criteriaGroups),
      cell: named('criteriaGroup', criteriaGroups),
    },
  ],
  strands: (name) => [
    { name, type: 'multipleSelects', choices: names(strands), cell: named('strands', strands) },
  ],
  criteria: (name) => [{ name, type: 'multipleSelects', choices: clauseIds, cell: answer('criteria') }],
  // Each kind of person has one criterion, so this answer determines both columns.
  subject: (name) => [
    {
      name: 'Nhóm tiêu chí',
      type: 'singleSelect',
      choices: names(criteriaGroups),
      cell: () => criteriaGroups.find(({ id }) => id === 'ca-nhan')?.name,
    },
    {
      name,
      type: 'multipleSelects',
      choices: clauseIds,
      cell: ({ answers }) => (typeof answers.subject === 'string' ? [answers.subject] : undefined),
    },
  ],
  suggestedAward: (name) => [
    { name, type: 'singleSelect', choices: names(awardForms), cell: named('suggestedAward', awardForms) },
  ],
  periodFrom: () => [{ name: 'Thời gian đạt thành tích', type: 'singleLineText', cell: period }],
  periodTo: () => [],
  womenShare: (name) => [{ name, type: 'number', precision: 2, cell: answer('womenShare') }],
};

const ofKind: Readonly<Record<FieldView['control'], (field: string) => Omit<Column, 'name'>>> = {
  text: (field) => ({ type: 'singleLineText', cell: answer(field) }),
  url: (field) => ({ type: 'url', cell: answer(field) }),
  email: (field) => ({ type: 'email', cell: answer(field) }),
  tel: (field) => ({ type: 'phoneNumber', cell: answer(field) }),
  number: (field) => ({ type: 'number', cell: answer(field) }),
  month: (field) => ({ type: 'singleLineText', cell: monthOf(field) }),
  date: (field) => ({ type: 'date', cell: answer(field) }),
  textarea: (field) => ({ type: 'multilineText', cell: answer(field) }),
  select: (field) => ({ type: 'singleLineText', cell: choice(field) }),
  radios: (field) => ({ type: 'singleLineText', cell: choice(field) }),
  checks: (field) => ({ type: 'multilineText', cell: choice(field) }),
  tick: (field) => ({ type: 'checkbox', cell: answer(field) }),
  rows: (field) => ({ type: 'multilineText', cell: lines(field) }),
  // Files are attached after the row exists: see attach.ts.
  files: () => ({ type: 'multipleAttachments' }),
};

/** The column of an answer, with the question that it answers. */
interface AnswerColumn {
  column: Column;
  label: string;
}

/** The columns for the answers of a form, in the order of its page; see `FieldView.heading`. */
function columnsOfForm(form: Form): AnswerColumn[] {
  return [...fieldsOf(form)].flatMap(([field, view]) => {
    const name = view.heading ?? view.label;
    const columns = special[field]?.(name) ?? [{ name, ...ofKind[view.control](field) }];
    return columns.map((column) => ({ column, label: view.label }));
  });
}

/** Merges the columns of one heading that several forms share; each form fills the column in its own way. */
function shared(columns: readonly (AnswerColumn & { form: Form })[]): Column[] {
  return [...Map.groupBy(columns, ({ column }) => column.name).values()].flatMap((same) => {
    const [first] = same;
    const cells = new Map(same.map(({ form, column }): [string, Column['cell']] => [form.id, column.cell]));
    const cell = (submission: Submission): Cell => cells.get(submission.form)?.(submission);
    const description = answerSentence(same.map(({ label }) => label));
    return first ? [{ ...first.column, description, cell }] : [];
  });
}

const versions: Column[] = [
  { name: 'Phiên bản đồng ý', type: 'singleLineText', cell: ({ consentVersion }) => consentVersion },
  {
    name: 'Phiên bản phiếu',
    type: 'singleLineText',
    cell: ({ form, formVersion }) => `${form} ${formVersion}`,
  },
  { name: 'Nhận lúc', type: 'dateTime', cell: ({ receivedAt }) => receivedAt.toISOString() },
];

/** A table whose rows are submissions. */
export interface FormTableOptions {
  name: string;
  forms: readonly Form[];
  /** The states that staff may choose, in order. */
  states: readonly { airtable: string }[];
  /** Columns before the answers; `last` follows the answers. */
  first: readonly Column[];
  last?: readonly Column[];
  /** Further columns that the sync reads back besides staff decisions: column name → property. */
  readBack?: Readonly<Record<string, string>>;
}

/** The table whose rows are submissions of these forms, upserted on `Mã hồ sơ`. */
export function tableOfForms({
  name,
  forms,
  states,
  first,
  last = [],
  readBack = {},
}: FormTableOptions): Table {
  const answers = shared(
    forms.flatMap((form) => columnsOfForm(form).map((answered) => ({ form, ...answered }))),
  );
  const columns: Column[] = [
    { name: 'Mã hồ sơ', type: 'singleLineText', isAlways: true, cell: ({ code }) => code, field: 'code' },
    {
      name: stateColumn,
      type: 'singleSelect',
      choices: states.map(({ airtable }) => airtable),
      field: 'state',
    },
    { name: 'Hướng dẫn bổ sung', type: 'multilineText', field: 'guidance' },
    {
      name: 'Câu cần trả lời lại',
      type: 'multipleSelects',
      choices: [...new Set(forms.flatMap((form) => [...askable(form).keys()]))],
      field: 'asked',
    },
    ...first,
    ...answers,
    ...last,
    ...versions,
  ];
  const withField = columns.map((column) => {
    const field = readBack[column.name] ?? column.field;
    return field ? { ...column, field } : column;
  });
  return describedFilings({ name, mergeColumn: 'Mã hồ sơ', columns: withField });
}
