import { z } from 'zod';
import type { FormDefinition } from './form.ts';
import { findView } from './view.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A value and its label, so that other programs can show a choice. */
const named = (choices: readonly { value: string; label: string }[]): JsonSchema[] =>
  choices.map(({ value, label }) => ({ const: value, title: label }));

/** Gives a field its label, its hint and the names of its choices. */
function nameParts(schema: z.core.$ZodType, json: JsonSchema): void {
  const view = findView(schema);
  if (!view) return;
  json.title = view.label;
  if (view.hint) json.description = view.hint;
  if (!view.choices) return;
  const { items } = json;
  if (items && typeof items === 'object' && !Array.isArray(items)) {
    json.items = { type: 'string', oneOf: named(view.choices) };
  } else if (json.enum) {
    delete json.enum;
    json.oneOf = named(view.choices);
  }
}

/**
 * What `POST /api/forms/<id>` takes as JSON, as JSON Schema 2020-12: types, lengths, choices with their names. Rules that
 * span fields are not in it; the server says them.
 * @param address the address of the schema itself
 */
export function jsonSchemaOf(form: FormDefinition, address: URL): Record<string, unknown> {
  const { properties, ...rest } = z.toJSONSchema(form.schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => nameParts(zodSchema, jsonSchema),
  });
  const required = Object.entries(form.schema.shape)
    .filter(([, schema]) => !z.safeParse(schema, undefined).success)
    .map(([name]) => name);
  return {
    ...rest,
    $id: address.href,
    title: form.title,
    description: `${form.forWhom} ${form.lead}`,
    $comment: `version ${form.version}`,
    properties,
    required,
  };
}
