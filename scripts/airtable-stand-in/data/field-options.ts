import { isObject, type JsonObject } from '../../../src/platform/json.ts';
import { newId } from './ids.ts';
import type { Choice, FieldOptions, FieldType } from './model.ts';

const dateFormats: Record<string, string> = {
  local: 'l',
  friendly: 'LL',
  us: 'M/D/YYYY',
  european: 'D/M/YYYY',
  iso: 'YYYY-MM-DD',
};
const timeFormats: Record<string, string> = { '12hour': 'h:mma', '24hour': 'HH:mm' };
const durationFormats = ['h:mm', 'h:mm:ss', 'h:mm:ss.S', 'h:mm:ss.SS', 'h:mm:ss.SSS'];
const hues = ['blue', 'cyan', 'teal', 'green', 'yellow', 'orange', 'red', 'pink', 'purple', 'gray'];
const brightColours = hues.map((hue) => `${hue}Bright`);
const choiceColours = ['Light2', 'Light1', 'Bright', 'Dark1'].flatMap((shade) =>
  hues.map((hue) => hue + shade),
);
const checkboxIcons = ['check', 'xCheckbox', 'star', 'heart', 'thumbsUp', 'flag', 'dot'];
const ratingIcons = ['star', 'heart', 'thumbsUp', 'flag', 'dot'];

const oneOf = (allowed: readonly string[], value: unknown): value is string =>
  typeof value === 'string' && allowed.includes(value);

const within = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

function named(formats: Record<string, string>, value: unknown) {
  if (!isObject(value) || typeof value.name !== 'string') return undefined;
  const format = formats[value.name];
  const agrees = value.format === undefined || value.format === format;
  return format !== undefined && agrees ? { name: value.name, format } : undefined;
}

function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (value === 'utc' || value === 'client') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value.includes('/');
  } catch {
    return false;
  }
}

/** A new option of a select field; the colours go round as they do in Airtable. */
export const newChoice = (name: string, position: number, color?: string): Choice => ({
  id: newId('sel'),
  name,
  color: color ?? choiceColours[position % hues.length] ?? 'blueLight2',
});

function choices(options: JsonObject): FieldOptions | undefined {
  const given = options.choices;
  if (!Array.isArray(given)) return undefined;
  const names = new Set<string>();
  const made: Choice[] = [];
  for (const choice of given) {
    if (!isObject(choice) || typeof choice.name !== 'string' || choice.name.trim() === '') return undefined;
    const color = choice.color;
    if (names.has(choice.name) || (color !== undefined && !oneOf(choiceColours, color))) return undefined;
    names.add(choice.name);
    made.push(newChoice(choice.name, made.length, color));
  }
  return { choices: made };
}

const decimal = ({ precision }: JsonObject) => (within(precision, 0, 8) ? { precision } : undefined);

function moment(options: JsonObject, withTime: boolean): FieldOptions | undefined {
  const dateFormat = named(dateFormats, options.dateFormat);
  if (!dateFormat) return undefined;
  if (!withTime) return { dateFormat };
  const timeFormat = named(timeFormats, options.timeFormat);
  const timeZone = options.timeZone;
  return timeFormat && isTimeZone(timeZone) ? { dateFormat, timeFormat, timeZone } : undefined;
}

const required: Partial<Record<FieldType, (options: JsonObject) => FieldOptions | undefined>> = {
  number: decimal,
  percent: decimal,
  date: (options) => moment(options, false),
  dateTime: (options) => moment(options, true),
  checkbox: ({ icon, color }) =>
    oneOf(checkboxIcons, icon) && oneOf(brightColours, color) ? { icon, color } : undefined,
  rating: ({ icon, color, max }) =>
    oneOf(ratingIcons, icon) && oneOf(brightColours, color) && within(max, 1, 10)
      ? { icon, color, max }
      : undefined,
  duration: ({ durationFormat }) => (oneOf(durationFormats, durationFormat) ? { durationFormat } : undefined),
  singleSelect: choices,
  multipleSelects: choices,
  multipleRecordLinks: ({ linkedTableId, ...rest }) =>
    typeof linkedTableId === 'string' && Object.keys(rest).every((key) => key === 'viewIdForRecordSelection')
      ? { linkedTableId, isReversed: false, prefersSingleRecordLink: false }
      : undefined,
};

/**
 * Checks the options given for a new field and completes them as Airtable does: ids for choices, formats.
 *
 * @returns the options to keep (`undefined` for a type that has none), or why they cannot be
 */
export function checkFieldOptions(
  type: FieldType,
  options: unknown,
): { ok: true; options?: FieldOptions } | { ok: false; reason: string } {
  const check = required[type];
  if (!check) {
    if (options !== undefined) return { ok: false, reason: 'options are not allowed for this type' };
    return type === 'multipleAttachments' ? { ok: true, options: { isReversed: false } } : { ok: true };
  }
  if (!isObject(options)) return { ok: false, reason: 'Failed schema validation: options is missing' };
  const kept = check(options);
  return kept ? { ok: true, options: kept } : { ok: false, reason: 'Failed schema validation: options' };
}
