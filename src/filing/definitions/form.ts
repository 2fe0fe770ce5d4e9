import { z } from 'zod';
import type { FieldError } from '../submission.ts';
import { type FieldView, viewOf } from './view.ts';

/** Name of the honeypot field. If a browser filled it in, the page shows the field with an explanation. */
export const honeypotName = 'website';

/** Name of the field with the submission key, a UUID; a retry with the same key gets the first receipt. */
export const keyName = 'submissionKey';

/** A part of a form, shown under one heading. */
interface FormSection {
  title: string;
  /** Plain words under the heading. */
  lead?: string;
  fields: readonly string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Rules across fields. They run even where single fields are wrong, so one try shows every mistake. */
export function acrossFields<Answers>(find: (filed: Record<string, unknown>) => FieldError[]) {
  return z.superRefine<Answers>(
    (value, context) => {
      // Do not use a zod schema here: it would be built, or copy the answers, at each submission.
      if (!isRecord(value)) return;
      for (const { field, message } of find(value))
        context.addIssue({ code: 'custom', path: [field], message });
    },
    { when: () => true },
  );
}

/** The way to a form at `/de-cu/`: the answer to “Đơn vị muốn làm gì?” and the words that name it below that. */
interface FormChoice {
  under: 'nominate' | 'report' | 'ask';
  label: string;
}

/** The Airtable table that holds the submissions of a form. Several forms may share one table. */
export interface FormTable {
  name: string;
  /** Heading of the column for the unit; absent where no unit files. */
  unit?: string;
  /** The states that staff can set: `src/filing/states.ts`. */
  states: 'nomination' | 'report' | 'feedback' | 'tip';
  /** Value of the column `Loại`, where forms share the table. */
  kind?: string;
}

/**
 * A form: the single source of its page, its checks, its Airtable columns and its messages.
 * `version` is stored with each submission, so that an old one is read with its own questions.
 */
export interface FormDefinition<Shape extends z.core.$ZodLooseShape = z.core.$ZodLooseShape> {
  id: string;
  version: string;
  /** Address of the page. */
  path: string;
  title: string;
  /** What the site map and other short lists call it. */
  name: string;
  choice: FormChoice;
  table: FormTable;
  /** For whom the form is, in one sentence of the list of forms. */
  forWhom: string;
  /** The first words of its page: what the form asks and what the filer gets. */
  lead: string;
  /** What the filer should prepare. */
  atHand: readonly string[];
  /** Whether it proposes someone for an award; its page then says that it is no legal dossier. */
  isNomination: boolean;
  /** While it is closed, no list of the site names it. */
  isHiddenWhileClosed?: true;
  /** Text of its button. */
  send: string;
  schema: z.ZodObject<Shape>;
  sections: readonly FormSection[];
  /** Version of the consent texts that a filer ticked. */
  consentVersion: string;
}

/** The fields of a form with how each is shown, in the order of its page. */
export function fieldsOf(form: FormDefinition): Map<string, FieldView> {
  const order = form.sections.flatMap(({ fields }) => fields);
  return new Map(order.map((name) => [name, viewOf(form.schema.shape[name])]));
}
