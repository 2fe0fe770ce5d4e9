import type { PartOf } from '../../../filing/answers/answer-page.ts';
import type { staffAnswer } from '../../../filing/answers/answer-pages.ts';
import { fillPage } from '../../../filing/answers/server/fill-page.ts';
import { fileReply, pageReply, secretAddress } from '../../../platform/http/replies.ts';
import { readStaffToken, type StaffPermit, staffPage, staffPath } from '../link.ts';
import type { SheetFile, StaffSheet } from '../sheet.ts';
import { fillSheet } from './fill-sheet.ts';

/** What the private pages of staff need from their caller. */
export interface StaffPageTools {
  secret: string;
  /** The sheet of a row, given its path; null where the row is gone. */
  sheet: (permit: StaffPermit, path: string) => Promise<StaffSheet | null>;
  /** A file of a row by its name in the address; null where there is none. */
  file: (permit: StaffPermit, name: string) => Promise<SheetFile | null>;
  /** Counts an opening; false when there were too many within the hour. */
  within: (id: string) => Promise<boolean>;
  readPage: (path: string) => Promise<string>;
}

const headers = { ...secretAddress, 'Cache-Control': 'private, no-store' };

type Part = PartOf<typeof staffAnswer>;

/** `/can-bo/<token>/` and files below it, for staff alone. 200; 404 for a wrong address, 410 where it has expired or the row is gone, 429. */
export async function answerStaffPage(
  { token, file }: { token: string; file: string | undefined },
  tools: StaffPageTools,
): Promise<Response> {
  const closed = async (status: number, part: Part) =>
    pageReply(
      status,
      fillPage<typeof staffAnswer>(await tools.readPage(staffPage), { parts: [part] }),
      headers,
    );
  const permit = readStaffToken(tools.secret, token);
  if (!permit) return closed(404, 'unknown');
  if (permit.until.getTime() < Date.now()) return closed(410, 'expired');
  if (!(await tools.within(permit.id))) return closed(429, 'too-many');
  if (file !== undefined) {
    const found = await tools.file(permit, file);
    if (!found) return closed(404, 'unknown');
    return fileReply(found.body, found.type, `attachment; filename="${found.name}"`, headers);
  }
  const sheet = await tools.sheet(permit, staffPath(tools.secret, permit));
  if (!sheet) return closed(410, 'gone');
  return pageReply(200, fillSheet(await tools.readPage(staffPage), sheet), headers);
}
