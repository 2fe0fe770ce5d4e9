import { z } from 'zod';
import { fileText } from '../definitions/uploaded-file.ts';

const factsSchema = z.array(z.object({ name: z.string(), bytes: z.number() }));

/**
 * The answers of a stored filing that a dossier can be drafted from. An answer that the form no longer takes as it was stored
 * (of an older version) is left out, so that a slot stands for it in the papers.
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

/** Names of the evidence files of a stored filing. */
export function storedFiles(stored: Readonly<Record<string, unknown>>): string[] {
  const facts = factsSchema.safeParse(stored.files);
  return facts.success ? facts.data.map(fileText) : [];
}
