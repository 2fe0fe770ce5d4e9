import { csvOf, openDataPaths, type OpenDocument } from '../stories/open-document.ts';

/** File types in which a list can be downloaded. */
export type ExportKind = keyof typeof openDataPaths;

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

/** The open-data document of the stories in a list. */
function documentOf(all: OpenDocument, { docs, firstId }: Export): OpenDocument {
  const stories = docs.flatMap((doc) => all.stories[doc] ?? []);
  if (stories.length !== docs.length || stories[0]?.id !== firstId) throw new StaleListError();
  return { ...all, address: location.href, total: stories.length, stories };
}

/** Downloads a list as a file. Throws when the data cannot be loaded or comes from another build than the list. */
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
