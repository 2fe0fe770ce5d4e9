import { z } from 'zod';
import type { AirtableStandIn } from '../airtable-stand-in/server.ts';
import { openBase } from '../local-system/base-client.ts';

const pageSchema = z.object({
  records: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  offset: z.string().optional(),
});

/** A row as staff see it. */
export type StaffRow = z.infer<typeof pageSchema>['records'][number];

/** What staff do in the base: rows by the API, columns by the doors of the stand-in. */
export function staffOf({ url, token, baseId }: Pick<AirtableStandIn, 'url' | 'token' | 'baseId'>) {
  const client = openBase({ token, baseId, endpointUrl: url }, 0);
  const path = (table: string) => `/${encodeURIComponent(table)}`;
  const door = async (method: string, way: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${url}/_${way}`, { method, ...sent });
    if (!answer.ok) throw new Error(`${method} ${way}: ${answer.status}`);
  };
  const column = (table: string, name: string) => `schema${path(table)}/${encodeURIComponent(name)}`;
  const rows = async (table: string): Promise<StaffRow[]> => {
    const all: StaffRow[] = [];
    for (let offset: string | undefined = ''; offset !== undefined; ) {
      const query = offset ? { offset } : {};
      const page = pageSchema.parse(await client.records({ method: 'GET', path: path(table), query }));
      all.push(...page.records);
      offset = page.offset;
    }
    return all;
  };
  return {
    client,
    rows,
    /** Confirms in `Vận hành` what the site holds because much would go at once: all that staff do here is meant. */
    confirmLosses: async (): Promise<void> => {
      // While the base is away, staff cannot open it either.
      const matters = await rows('Vận hành').catch(() => []);
      for (const { id, fields } of matters)
        if (/cùng lúc/.test(String(fields['Việc'])) && fields['Chi tiết'] !== 'Đã xong.' && !fields['Đồng ý'])
          await client.records({
            method: 'PATCH',
            path: `${path('Vận hành')}/${id}`,
            body: { fields: { 'Đồng ý': true } },
          });
    },
    create: async (table: string, rows: readonly Record<string, unknown>[]): Promise<string[]> => {
      const ids: string[] = [];
      for (let start = 0; start < rows.length; start += 10) {
        const body = { records: rows.slice(start, start + 10).map((fields) => ({ fields })) };
        const made = pageSchema.parse(await client.records({ method: 'POST', path: path(table), body }));
        ids.push(...made.records.map(({ id }) => id));
      }
      return ids;
    },
    change: (table: string, id: string, fields: Record<string, unknown>) =>
      client.records({ method: 'PATCH', path: path(table), body: { records: [{ id, fields }] } }),
    /** What a person types, one of several where `user` says so; to the webhook, `change` is a program. */
    type: (table: string, id: string, fields: Record<string, unknown>, user?: string) =>
      door('PATCH', `rows${path(table)}/${id}${user ? `?user=${user}` : ''}`, fields),
    remove: (table: string, id: string) => door('DELETE', `rows${path(table)}/${id}`),
    /** Takes a row out of the trash. */
    restore: (table: string, id: string) => door('POST', `rows${path(table)}/${id}`),
    changeColumn: (table: string, name: string, change: object) => door('PATCH', column(table, name), change),
    deleteColumn: (table: string, name: string) => door('DELETE', column(table, name)),
  };
}
