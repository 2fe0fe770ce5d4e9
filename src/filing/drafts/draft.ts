/** What was answered in one control (or group of controls of one name) of a form. */
export interface KeptAnswer {
  /** Name of the control: `achievements`, `indicators.0.name`. */
  name: string;
  /** The question, as the form put it when this was kept. */
  label: string;
  /** What the form would send. */
  values: readonly string[];
  /** The same as a person reads it: the words of a choice, not its code. */
  shown: readonly string[];
}

/** Answers that were not sent yet. Consents are never among them. */
export interface Draft {
  form: string;
  /** Version of the form in which they were typed. */
  version: string;
  /** The `submissionKey` of this filing: a resend finds the first receipt. */
  key: string;
  savedAt: Date;
  /** True from the moment the filing was sent until an answer came. */
  isPending: boolean;
  answers: readonly KeptAnswer[];
}

/** A form has fewer fields, a table of many filings less text (2 MB, counted by the server). */
const maxAnswers = 500;
const maxCharacters = 2_000_000;

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const fieldName = /^\w{1,60}(\.\d\.\w{1,60})?$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxCharacters;
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= maxAnswers && value.every(isText);
const isAnswer = (value: unknown): value is KeptAnswer =>
  isObject(value) &&
  isText(value.name) &&
  fieldName.test(value.name) &&
  isText(value.label) &&
  isTexts(value.values) &&
  isTexts(value.shown);

/** A draft as JSON. */
export function writeDraft(draft: Draft): string {
  return JSON.stringify(draft);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The draft in some JSON; undefined for anything that is none, whoever wrote it. */
export function readDraft(json: string): Draft | undefined {
  const value = parse(json);
  if (!isObject(value)) return undefined;
  const { form, version, key, savedAt, isPending, answers } = value;
  if (!isText(form) || !isText(version) || !isText(key) || !isText(savedAt)) return undefined;
  const day = new Date(savedAt);
  if (!uuid.test(key) || Number.isNaN(day.getTime())) return undefined;
  if (!Array.isArray(answers) || answers.length > maxAnswers || !answers.every(isAnswer)) return undefined;
  const kept = answers.map(({ name, label, values, shown }) => ({ name, label, values, shown }));
  return { form, version, key, savedAt: day, isPending: isPending === true, answers: kept };
}

/** True when two sets of answers would be filed as the same, whatever their order. */
export function areSame(some: readonly KeptAnswer[], others: readonly KeptAnswer[]): boolean {
  return some.length === others.length && changed(some, others).length === 0;
}

/** Answers of `some` that `others` do not hold with the same words. */
export function changed(some: readonly KeptAnswer[], others: readonly KeptAnswer[]): KeptAnswer[] {
  const held = new Map(others.map(({ name, values }) => [name, JSON.stringify(values)]));
  return some.filter(({ name, values }) => held.get(name) !== JSON.stringify(values));
}
