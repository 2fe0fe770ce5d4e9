import { isObject } from '../../platform/json.ts';

/** Addresses of the complete list as files. */
export const listFiles = { json: '/api/v1/dien-hinh.json', csv: '/api/v1/dien-hinh.csv' } as const;

/** File types in which a list can be downloaded. */
export type ExportKind = keyof typeof listFiles;

/** The site was rebuilt after the list was shown, so positions in the list of all stories have changed. */
class StaleListError extends Error {
  override readonly name = 'StaleListError';
}

/** The stories of a file: their positions in the list of all stories, and the id of the first one as shown. */
interface Export {
  kind: ExportKind;
  docs: readonly number[];
  firstId: string | undefined;
}

function chosen<T>(all: readonly T[], { docs }: Export): T[] {
  const own = docs.flatMap((doc) => all[doc] ?? []);
  if (own.length !== docs.length) throw new StaleListError();
  return own;
}

/** A record of CSV with its line end; a quoted cell may hold line breaks. */
const record = /(?:"(?:[^"]|"")*"|[^"\r])+\r\n/g;

/** Keeps the heading and the chosen rows of the table of all stories. */
function tableOf(text: string, wanted: Export): string {
  const [heading = '', ...all] = text.match(record) ?? [];
  const rows = chosen(all, wanted);
  if (!rows[0]?.startsWith(`${wanted.firstId},`)) throw new StaleListError();
  return [heading, ...rows].join('');
}

/** Keeps the chosen stories of the document of all stories, and says which list they are. */
function documentOf(text: string, wanted: Export): string {
  const all: unknown = JSON.parse(text);
  if (!isObject(all) || !Array.isArray(all['stories'])) throw new StaleListError();
  const stories = chosen<unknown>(all['stories'], wanted);
  const [first] = stories;
  if (!isObject(first) || first['id'] !== wanted.firstId) throw new StaleListError();
  return JSON.stringify({ ...all, address: location.href, total: stories.length, stories }, null, 2);
}

/** Downloads a list as a file. Throws when the data cannot be loaded or comes from another build than the list. */
export async function exportList(wanted: Export): Promise<void> {
  const { kind, docs } = wanted;
  const reply = await fetch(listFiles[kind]);
  if (!reply.ok) throw new Error(`${reply.status} for ${reply.url}`);
  const text = await reply.text();
  // Reading a reply as text drops the byte order mark, by which Excel recognises UTF-8.
  const file = kind === 'csv' ? `\uFEFF${tableOf(text, wanted)}` : documentOf(text, wanted);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([file], { type: kind === 'csv' ? 'text/csv' : 'application/json' }),
  );
  link.download = `dien-hinh-${docs.length}.${kind}`;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
