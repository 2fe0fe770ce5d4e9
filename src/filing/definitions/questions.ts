import { z } from 'zod';
import { type FormDefinition, fieldsOf } from './form.ts';
import { type FieldView, viewOf } from './view.ts';

const questionSchema = z.object({
  name: z.string(),
  label: z.string(),
  heading: z.string().optional(),
  control: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  columns: z.array(z.object({ name: z.string(), label: z.string() })).optional(),
});

/** A form's questions as the store keeps them: plain JSON, without hints, rules and limits. */
export const questionsSchema = z.object({
  title: z.string(),
  sections: z.array(z.object({ title: z.string(), questions: z.array(questionSchema) })),
});

/** What a version of a form asked. */
export type Questions = z.infer<typeof questionsSchema>;

/** One question; `choices` and `columns` only where it has them. */
export type Question = z.infer<typeof questionSchema>;

function questionOf(name: string, { label, heading, control, choices, columns }: FieldView): Question {
  return {
    name,
    label,
    ...(heading !== undefined && { heading }),
    control,
    ...(choices && { choices: choices.map((choice) => ({ value: choice.value, label: choice.label })) }),
    ...(columns && {
      columns: Object.entries(columns).map(([column, schema]) => ({
        name: column,
        label: viewOf(schema).label,
      })),
    }),
  };
}

/** The questions of a form's current version, by section, in the order of its page. */
export function questionsOf(form: FormDefinition): Questions {
  const views = fieldsOf(form);
  return {
    title: form.title,
    sections: form.sections.map(({ title, fields }) => ({
      title,
      questions: [...views]
        .filter(([name]) => fields.includes(name))
        .map(([name, view]) => questionOf(name, view)),
    })),
  };
}
