import { type Cell, isAttachments } from './model.ts';

/** How long an address of an uploaded file works (airtable.md, “Limits”). */
const lifeMs = 2 * 60 * 60_000;
const endName = 'den';

/** The path of uploaded files. */
export const filePath = '/tep/';

const isOurs = (url: string) => new URL(url).pathname.startsWith(filePath);

/** The cell as the service gives it out: the addresses of uploaded files work for two hours from now. */
export function withEnds(cell: Cell | undefined, now: number): Cell | undefined {
  if (!Array.isArray(cell) || !isAttachments(cell)) return cell;
  return cell.map((file) =>
    isOurs(file.url) ? { ...file, url: `${file.url}?${endName}=${now + lifeMs}` } : file,
  );
}

/** Whether an address was given out more than two hours ago. */
export const hasEnded = (url: URL, now: number): boolean =>
  url.searchParams.has(endName) && Number(url.searchParams.get(endName)) < now;
