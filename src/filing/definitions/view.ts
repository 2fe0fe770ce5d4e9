import { z } from 'zod';

/**
 * One choice of a field. `group` is the heading under which a long list shows it; `when` the value of the field named
 * in `follows` to which it belongs.
 */
export interface Choice {
  value: string;
  label: string;
  group?: string;
  /** A page that says what the choice means. */
  href?: string;
  when?: string;
}

/** How a page shows a field. Only the zod schema says what the field accepts. */
export interface FieldView {
  control:
    | 'text'
    | 'email'
    | 'tel'
    | 'number'
    | 'month'
    | 'date'
    | 'url'
    | 'textarea'
    | 'select'
    | 'radios'
    | 'checks'
    | 'tick'
    | 'rows'
    | 'files';
  label: string;
  /** Its name where there is no room for the question: in tables of staff, in lists of answers. */
  heading?: string;
  hint?: string;
  /** A page to read before answering. */
  link?: { href: string; text: string };
  /** Texts that departments issued on it: only the build knows them. */
  guidance?: readonly { href: string; text: string }[];
  optional?: boolean;
  /** Longest answer, in UTF-16 units after NFC, line breaks counted as one. */
  max?: number;
  autocomplete?: string;
  choices?: readonly Choice[];
  /** The field whose answer decides which groups of choices matter. */
  follows?: string;
  /** The field matters only when another has one of these answers; a page with script hides it otherwise. */
  onlyWhen?: { field: string; is: readonly string[] };
  /** The choices are units: a page with script helps to find one. */
  ofUnits?: true;
  /** Control `rows`: how many the page shows without script, how many there may be, and the fields of a row. */
  rows?: number;
  maxRows?: number;
  columns?: Record<string, z.ZodType>;
}

const views = new WeakMap<z.ZodType, FieldView>();

/** Says how a field is shown. Call it last: a further `.max()` makes another schema, without a view. */
export function show<Schema extends z.ZodType>(schema: Schema, view: FieldView): Schema {
  views.set(schema, view);
  return schema;
}

/** How a schema is shown, if any page shows it. */
export const findView = (schema: z.core.$ZodType): FieldView | undefined =>
  schema instanceof z.ZodType ? views.get(schema) : undefined;

/** How a field is shown. Throws TypeError for a schema that no page shows. */
export function viewOf(schema: z.ZodType): FieldView {
  const view = views.get(schema);
  if (!view) throw new TypeError('This field was never given a view.');
  return view;
}

/** A view as a kind of field asks for it: the kind itself says the rest. */
export type FieldOptions = Omit<FieldView, 'control' | 'choices' | 'optional'>;
