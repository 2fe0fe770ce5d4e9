import { decisionTable } from '../../gallery/award-decisions/table-name.ts';
import { previewPath } from '../../gallery/previews/link.ts';
import type { Database } from '../../platform/postgres.ts';
import { releaseTable } from '../releases/import-rows.ts';
import { type StaffPermit, staffPath } from '../staff-pages/link.ts';
import { statisticsTable } from '../statistics/years.ts';
import type { Told, WantedCells } from './wanted-cells.ts';

/** Which private page of staff a table has. */
const pageKinds: Readonly<Record<string, StaffPermit['kind']>> = {
  [decisionTable]: 'q',
  [statisticsTable]: 't',
  [releaseTable]: 'b',
};

/** What is written into a row: its private addresses in place of their end. */
export function withLinks(
  { secret }: Database,
  siteUrl: string,
  row: { table: string; recordId: string; code: string; told: WantedCells },
): Told {
  const { links, pageUntil, ...told } = row.told;
  const at = (role: 'x' | 'd') =>
    `${siteUrl}${previewPath(secret, { role, id: row.code, until: new Date(Number(links)) })}`;
  const kind = pageKinds[row.table];
  const page = { kind: kind ?? 'q', id: row.recordId, until: new Date(Number(pageUntil)) };
  return {
    ...told,
    ...(links !== undefined && { preview: at('x'), confirm: at('d') }),
    ...(kind && pageUntil !== undefined && { page: `${siteUrl}${staffPath(secret, page)}` }),
  };
}
