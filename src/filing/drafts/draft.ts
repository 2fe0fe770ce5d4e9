/** The answer in one control of a form, or in a group of controls with one name. */
export interface KeptAnswer {
  /** Name of the control: `achievements`, `indicators.0.name`. */
  name: string;
  /** The question in the form's words when the draft was saved. */
  label: string;
  /** The values that the form would send. */
  values: readonly string[];
  /** The values in words: the label of a choice, not its code. */
  shown: readonly string[];
}

/** Answers that are not sent yet, without consents. */
export interface Draft {
  form: string;
  /** Version of the form in which the answers were typed. */
  version: string;
  /** The `submissionKey`: a retry with it gets the first receipt. */
  key: string;
  savedAt: Date;
  /** True from sending until the server answers. */
  isPending: boolean;
  answers: readonly KeptAnswer[];
}

/** Bounds of a draft. A form has fewer fields, and a batch has less text (the server allows 2 MB). */
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

/** Writes a draft as JSON. */
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

/** Reads a draft from JSON of any origin; undefined if the JSON is no draft. */
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

/** True if two sets of answers have the same content in any order. */
export function areSame(some: readonly KeptAnswer[], others: readonly KeptAnswer[]): boolean {
  return some.length === others.length && changed(some, others).length === 0;
}

/** Answers of `some` that are missing or different in `others`. */
export function changed(some: readonly KeptAnswer[], others: readonly KeptAnswer[]): KeptAnswer[] {
  const held = new Map(others.map(({ name, values }) => [name, JSON.stringify(values)]));
  return some.filter(({ name, values }) => held.get(name) !== JSON.stringify(values));
}
