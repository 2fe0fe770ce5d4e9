import { z } from 'zod';
import { isAvailable, nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import { saidWords } from '../../vietnamese/said-words.ts';
import { samplePrefix } from '../../vocabulary/story-ids.ts';
import { storyStates } from '../story.ts';
import { readContent, type StoryField, type StoryFields } from './content.ts';
import { requiredRules } from './rules.ts';
import { unreadableCells } from './unreadable.ts';

/** A row of `Điển hình`: cells by the code's field names. */
export type StoryRow = PulledRow;

/**
 * The cells that decide whether a record is public. Each cell is read on its own, so that a withdrawn consent or a changed
 * state takes effect even where the row has mistakes. Undefined: the cell is unreadable, and the old value stays.
 */
export interface Visibility {
  /** Id of a state; an empty cell is a draft. */
  state: string | undefined;
  consent: boolean | undefined;
  /** Earliest time at which the record may be shown; null for an empty cell. */
  publishFrom: string | null | undefined;
  /** The page shows this reason in place of a withdrawn story; null where there is no readable reason. */
  withdrawnReason: string | null;
}

const instant = z.iso.datetime({ offset: true });
/** No story is published before the movement began, or long after it ends. */
const [earliest, latest] = ['2026-01-01T00:00:00Z', '2032-01-01T00:00:00Z'].map(Date.parse);

function readPublishFrom(cell: unknown): string | null | undefined {
  if (cell == null || cell === '') return null;
  const time = instant.safeParse(cell).data;
  // A date that is too far ahead keeps the story back as any later one does.
  return Date.parse(time ?? '') >= (earliest ?? 0) ? time : undefined;
}

function readConsent(cell: unknown): boolean | undefined {
  if (cell === true) return true;
  return cell == null || cell === false ? false : undefined;
}

function readVisibility(row: StoryRow): Visibility {
  const { state, consent, publishFrom, withdrawnReason } = row.cells;
  const read = <T>(field: string, value: T) => (isAvailable(row, field) ? value : undefined);
  const reason = saidWords(withdrawnReason);
  const id = state == null || state === '' ? 'nhap' : storyStates.find(({ name }) => name === state)?.id;
  return {
    state: read('state', id),
    consent: read('consent', readConsent(consent)),
    publishFrom: read('publishFrom', readPublishFrom(publishFrom)),
    withdrawnReason: unreadableCells(row, { withdrawnReason: reason }) ? null : reason,
  };
}

/** A row after reading: its visibility, and its fields or the problem with them. */
export interface ReadRow {
  visibility: Visibility;
  /** Null for a draft, which may hold anything, and for a row with mistakes that hold it back. */
  fields: StoryFields | null;
  /** Fields whose cell says nothing that can be used: the stored value stays. */
  keep: readonly StoryField[];
  /** Those of `keep` without which a new story cannot be shown, by the names of their columns. */
  lacking: readonly string[];
  /** The readable `Mã`; null where there is none. */
  id: string | null;
  /** Address of the row's picture; works for two hours. */
  photoUrl: string | null;
  sample: boolean;
  /** In words for staff, each with the name of its column. A story that is shown can have some, too. */
  problems: readonly string[];
  /** Why the state cannot be read, in words for staff: the story stays as it was. Null where it can, or the column is gone. */
  unreadState: string | null;
}

/** States in which a row is read whole, because it is or will be public. */
const published = ['cong-bo', 'hen-gio'];

const notPublic = { fields: null, keep: [], lacking: [], photoUrl: null, sample: false, unreadState: null };

function scheduleProblem(row: StoryRow, { state, publishFrom }: Visibility): string | null {
  const [date, status] = ['publishFrom', 'state'].map((field) => `“${nameOfColumn(row, field)}”`);
  if (publishFrom === undefined && isAvailable(row, 'publishFrom'))
    return `Cột ${date}: không phải một thời điểm của phong trào (2026 đến 2031). Chọn lại ngày giờ.`;
  if (typeof publishFrom === 'string' && Date.parse(publishFrom) >= (latest ?? 0))
    return `Cột ${date}: sau năm 2031, nên bài chờ đến lúc đó. Xem lại năm.`;
  if (state !== 'hen-gio' || row.cells.release) return null;
  if (publishFrom === null)
    return `Cột ${date}: còn trống nên bài “Hẹn giờ” chưa biết lên lúc nào. Ghi ngày giờ; muốn lên ngay thì chọn “Công bố” ở cột ${status}.`;
  return null;
}

function unreadState(row: StoryRow): string | null {
  const column = `Cột “${nameOfColumn(row, 'state')}”`;
  if (row.columns?.emptied?.includes('state'))
    return `${column}: ô trống, và cột vừa mất một lựa chọn, nên bài vẫn như trước. Khôi phục lựa chọn đó (trong Airtable: hoàn tác, hoặc thêm lại), rồi chọn lại ở ô này.`;
  if (!isAvailable(row, 'state')) return null;
  return `${column}: trang không hiểu lựa chọn “${String(row.cells.state)}”, nên bài vẫn như trước. Chọn một lựa chọn có sẵn của trang.`;
}

/** Reads a row. Only a row that is or will be public must be complete. */
export function readStoryRow(row: StoryRow): ReadRow {
  const read = readVisibility(row);
  const id = requiredRules.id(row.cells.id).value ?? null;
  const { state, publishFrom } = read;
  if (state === undefined)
    return { ...notPublic, visibility: read, id, problems: [], unreadState: unreadState(row) };
  if (state === 'go-bo') {
    const { withdrawnReason } = row.cells;
    const unreadable = unreadableCells(row, { withdrawnReason });
    const problems = unreadable ? [unreadable] : [];
    return { ...notPublic, visibility: read, id, problems };
  }
  if (!published.includes(state)) return { ...notPublic, visibility: read, id, problems: [] };
  // A scheduled story is one that is published from its time on; without a time it is neither.
  const hasTime = typeof publishFrom === 'string';
  const visibility = { ...read, state: state === 'hen-gio' && hasTime ? 'cong-bo' : state };
  const { fields, keep, lacking, problems, photoUrl } = readContent(row);
  const schedule = scheduleProblem(row, read);
  const consent =
    read.consent === false
      ? `Cột “${nameOfColumn(row, 'consent')}”: chưa đánh dấu, nên bài không được hiện. Đánh dấu khi người, đơn vị được nêu đã đồng ý (đọc “Đơn vị xác nhận”); chưa hỏi thì gửi họ địa chỉ ở “Link xác nhận”.`
      : null;
  const sample = fields?.unitCode?.startsWith(samplePrefix) ?? false;
  const all = [schedule, consent, ...problems].filter((problem) => problem !== null);
  return { visibility, fields, keep, lacking, id, photoUrl, sample, problems: all, unreadState: null };
}
