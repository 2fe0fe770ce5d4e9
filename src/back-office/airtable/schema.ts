import { z } from 'zod';
import { compose } from '../../vietnamese/compose.ts';
import type { AirtableClient } from './client.ts';

const fieldSchema = z.object({
  id: z.string(),
  name: z.string().overwrite(compose),
  type: z.string(),
  description: z.string().nullish(),
  options: z
    .looseObject({
      choices: z.array(z.object({ id: z.string(), name: z.string().overwrite(compose) })).optional(),
    })
    .nullish(),
});

const tableSchema = z.object({
  id: z.string(),
  name: z.string().overwrite(compose),
  fields: z.array(fieldSchema),
});

/** A table of the base. https://airtable.com/developers/web/api/get-base-schema */
export type BaseTable = z.infer<typeof tableSchema>;

/** Reads the tables of the base. Throws the client's errors, and ZodError when the answer is no schema. */
export async function readBaseSchema(client: AirtableClient): Promise<BaseTable[]> {
  const answer = await client.schema({ method: 'GET', path: '/tables' });
  return z.object({ tables: z.array(tableSchema) }).parse(answer).tables;
}
