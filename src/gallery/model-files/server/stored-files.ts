import { type Database, hasTable } from '../../../platform/postgres.ts';
import { isPublic } from '../../stories/public.ts';
import { type ModelFile, modelFileSchema } from '../model-file.ts';

/** SQL: the files of a row of `stories` that are handed out, in the order of the row. None before the table is there. */
export const storedFiles = async (db: Database): Promise<string> =>
  (await hasTable(db, 'model_files'))
    ? `(select coalesce(jsonb_agg(jsonb_build_object('name', m.name, 'kind', m.kind, 'bytes', length(m.bytes), 'digest', m.digest)
          order by said.place), '[]')
        from jsonb_array_elements(coalesce(stories.fields -> 'files', '[]')) with ordinality as said (file, place)
          join model_files m on m.attachment = said.file ->> 'attachment'
        where m.bytes is not null and stories.fields ->> 'kind' = 'mo-hinh')`
    : `'[]'::jsonb`;

/** The bytes of a file of a model that is public now and was in a build, by the beginning of its digest; null for any other. */
export async function readModelFile(
  db: Database,
  { id, digest }: { id: string; digest: string },
  samples: boolean,
): Promise<(ModelFile & { content: Buffer }) | null> {
  const { rows } = await db.query<{ content: Buffer }>(
    `select m.name, m.kind, length(m.bytes) as bytes, m.digest, m.bytes as content
     from stories join shown_stories using (id), jsonb_array_elements(coalesce(stories.fields -> 'files', '[]')) f
       join model_files m on m.attachment = f ->> 'attachment'
     where ${isPublic} and id = $2 and starts_with(m.digest, $3) and m.bytes is not null limit 1`,
    [samples, id, digest],
  );
  const [row] = rows;
  return row ? { ...modelFileSchema.parse(row), content: row.content } : null;
}
