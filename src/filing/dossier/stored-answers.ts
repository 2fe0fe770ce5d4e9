import { z } from 'zod';
import { fileText } from '../definitions/uploaded-file.ts';

const factsSchema = z.array(z.object({ name: z.string(), bytes: z.number() }));

/**
 * The answers of a stored submission from which a dossier can be drafted. Leaves out an answer of an older form version that the
 * form no longer accepts; the papers then show a slot.
 */
export function readStored(
  questions: Readonly<Record<string, z.ZodType>>,
  stored: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(questions).flatMap(([name, schema]): [string, unknown][] => {
      if (stored[name] === undefined) return [];
      const read = schema.safeParse(stored[name]);
      return read.success ? [[name, stored[name]]] : [];
    }),
  );
}

/** Names of the evidence files of a stored submission. */
export function storedFiles(stored: Readonly<Record<string, unknown>>): string[] {
  const facts = factsSchema.safeParse(stored.files);
  return facts.success ? facts.data.map(fileText) : [];
}
