import { z } from 'zod';

/**
 * One choice of a field. `group` is the heading under which a long list shows it; `when` the value of the field named
 * in `follows` to which it belongs.
 */
export interface Choice {
  value: string;
  label: string;
  group?: string;
  when?: string;
}

/** How a field is shown. What it accepts stands in its zod schema alone. */
export interface FieldView {
  control:
    | 'text'
    | 'email'
    | 'tel'
    | 'number'
    | 'month'
    | 'textarea'
    | 'select'
    | 'radios'
    | 'checks'
    | 'tick'
    | 'rows';
  label: string;
  hint?: string;
  /** A page to read before answering. */
  link?: { href: string; text: string };
  optional?: boolean;
  /** Longest answer, in UTF-16 units after NFC, line breaks counted as one. */
  max?: number;
  autocomplete?: string;
  choices?: readonly Choice[];
  /** The field whose answer decides which groups of choices matter. */
  follows?: string;
  /** The field matters only when another has one of these answers; a page with script hides it otherwise. */
  onlyWhen?: { field: string; is: readonly string[] };
  /** Control `rows`: how many the page shows, and the fields of a row. */
  rows?: number;
  columns?: Record<string, z.ZodType>;
}

const views = new WeakMap<z.ZodType, FieldView>();

/** Says how a field is shown. Call it last: a further `.max()` makes another schema, without a view. */
export function show<Schema extends z.ZodType>(schema: Schema, view: FieldView): Schema {
  views.set(schema, view);
  return schema;
}

/** How a field is shown. Throws TypeError for a schema that no page shows. */
export function viewOf(schema: z.ZodType): FieldView {
  const view = views.get(schema);
  if (!view) throw new TypeError('This field was never given a view.');
  return view;
}

type Shown = Omit<FieldView, 'control' | 'choices' | 'optional'>;

/** Missing answers say what to do; a field sent twice or with the wrong shape says so. */
const say = (missing: string) => ({
  error: (issue: { input?: unknown }) =>
    issue.input === undefined ? missing : 'Ô này nhận một câu trả lời bằng chữ.',
});

const tooLong = ({ label }: Shown, max: number) =>
  `“${label}” dài quá ${max.toLocaleString('vi')} ký tự. Hãy rút ngắn.`;

function line(view: Shown & { max: number }, missing: string) {
  return z.string(say(missing)).max(view.max, tooLong(view, view.max));
}

/** A required line of text. */
export function text(view: Shown & { max: number }) {
  return show(line(view, `Nhập “${view.label}”.`), { control: 'text', ...view });
}

/** A line of text that may be left empty. */
export function optionalText(view: Shown & { max: number }) {
  return show(line(view, '').optional(), { control: 'text', optional: true, ...view });
}

/** A required longer text. */
export function longText(view: Shown & { max: number }) {
  return show(line(view, `Nhập “${view.label}”.`), { control: 'textarea', ...view });
}

/** A longer text that may be left empty. */
export function optionalLongText(view: Shown & { max: number }) {
  return show(line(view, '').optional(), { control: 'textarea', optional: true, ...view });
}

/** An e-mail address that may be left empty; where one of several ways to answer is asked, the form says so itself. */
export function optionalEmail(view: Shown) {
  const max = 254;
  const schema = z
    .email({ error: 'Địa chỉ thư chưa đúng. Ví dụ: ten@donvi.gov.vn' })
    .max(max, tooLong(view, max))
    .optional();
  return show(schema, { control: 'email', autocomplete: 'email', max, ...view });
}

/** A telephone number as people write it; may be left empty. */
export function optionalPhone(view: Shown) {
  const schema = z
    .string(say(''))
    .regex(/^(?=(\D*\d){8})\+?[\d\s.()-]{8,20}$/, 'Số điện thoại chưa đúng. Ví dụ: 0251 0000 000')
    .optional();
  return show(schema, { control: 'tel', autocomplete: 'tel', max: 20, ...view });
}

/** “1.234,5”, “1 234” or 1234 as a number; anything else unchanged, for the schema to refuse. */
function readNumber(written: unknown): unknown {
  if (typeof written !== 'string') return written;
  if (!/^\d{1,3}([. ]?\d{3})*(,\d+)?$/.test(written)) return written;
  return Number(written.replace(/[. ]/g, '').replace(',', '.'));
}

/** A whole number between `from` and `to`; may be left empty. */
export function optionalCount(view: Shown & { from: number; to: number }) {
  const message = `“${view.label}” là số nguyên từ ${view.from.toLocaleString('vi')} đến ${view.to.toLocaleString('vi')}.`;
  const schema = z.preprocess(
    readNumber,
    z.int(message).min(view.from, message).max(view.to, message).optional(),
  );
  return show(schema, {
    control: 'number',
    optional: true,
    label: view.label,
    ...(view.hint ? { hint: view.hint } : {}),
  });
}

/** A month, written “3/2026” or “2026-03”, kept as `YYYY-MM`. */
export function month(view: Shown) {
  const schema = z
    .string(say(`Nhập “${view.label}”, ví dụ 7/2026.`))
    .transform((written) =>
      written.replace(
        /^(\d{1,2})\s*[/.-]\s*(\d{4})$/,
        (_, m: string, y: string) => `${y}-${m.padStart(2, '0')}`,
      ),
    )
    .pipe(z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, `Viết “${view.label}” dạng tháng/năm, ví dụ 7/2026.`));
  return show(schema, { control: 'month', ...view });
}

type Values = readonly [string, ...string[]];

/** The values of some choices, as zod wants them. Throws when there is none: a list of choices is never empty. */
function valuesOf(choices: readonly Choice[]): Values {
  const [first, ...others] = choices.map((choice) => choice.value);
  if (first === undefined) throw new RangeError('A field with choices needs at least one.');
  return [first, ...others];
}

/** One of some choices. */
export function oneOf(view: Shown & { choices: readonly Choice[]; control: 'select' | 'radios' }) {
  const schema = z.enum(valuesOf(view.choices), { error: `Chọn “${view.label}”.` });
  return show(schema, view);
}

/** One of some choices, or none. */
export function optionalOneOf(view: Shown & { choices: readonly Choice[]; control: 'select' | 'radios' }) {
  const schema = z.enum(valuesOf(view.choices), { error: 'Chọn một mục trong danh sách.' }).optional();
  return show(schema, { optional: true, ...view });
}

/** At least one of some choices, each once. */
export function someOf(view: Shown & { choices: readonly Choice[] }) {
  const schema = z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z
      .array(
        z.enum(valuesOf(view.choices), 'Có mục không nằm trong danh sách.'),
        `Chọn ít nhất một mục ở “${view.label}”.`,
      )
      .min(1, `Chọn ít nhất một mục ở “${view.label}”.`)
      .transform((picked) => [...new Set(picked)]),
  );
  return show(schema, { control: 'checks', ...view });
}

const ticked = (value: unknown) => (value === 'on' || value === 'true' ? true : value);

/** A box that must be ticked, and what to say where it is not; never ticked beforehand (Luật 91/2025/QH15, Điều 9). */
export function mustTick(view: Shown, missing: string) {
  const schema = z.preprocess(ticked, z.literal(true, missing));
  return show(schema, { control: 'tick', ...view });
}

/** A box that may be left alone. */
export function mayTick(view: Shown) {
  const schema = z.preprocess(ticked, z.literal(true, 'Ô này chỉ nhận đánh dấu hoặc để trống.').optional());
  return show(schema, { control: 'tick', optional: true, ...view });
}
