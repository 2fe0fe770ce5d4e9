import { csvOf, openDataPaths, type OpenDocument } from '../stories/open-document.ts';

/** Kinds of files that a list can be taken as. */
export type ExportKind = keyof typeof openDataPaths;

/** The site was rebuilt since the list was shown: its stories stand at other places now. */
class StaleListError extends Error {
  override readonly name = 'StaleListError';
}

/** What a file is made of: where its stories stand in the list of all, and the first of them as shown. */
interface Export {
  kind: ExportKind;
  docs: readonly number[];
  firstId: string | undefined;
}

/** The stories of a list as a document of their own. */
function documentOf(all: OpenDocument, { docs, firstId }: Export): OpenDocument {
  const stories = docs.flatMap((doc) => all.stories[doc] ?? []);
  if (stories.length !== docs.length || stories[0]?.id !== firstId) throw new StaleListError();
  return { ...all, address: location.href, total: stories.length, stories };
}

/** Hands the reader a list as a file. Throws when the data cannot be loaded, or is of another build than the list. */
export async function exportList(wanted: Export): Promise<void> {
  const reply = await fetch(openDataPaths.json);
  if (!reply.ok) throw new Error(`${reply.status} for ${reply.url}`);
  const list = documentOf(await reply.json(), wanted);
  const text = wanted.kind === 'csv' ? csvOf(list) : JSON.stringify(list, null, 2);
  const type = wanted.kind === 'csv' ? 'text/csv' : 'application/json';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `dien-hinh-${list.total}.${wanted.kind}`;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
