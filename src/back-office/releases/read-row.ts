import { isAvailable, nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import { releaseKey } from '../../filing/releases/hold.ts';
import { instantOf, textOf } from '../../filing/settings/cells.ts';
import { releaseStates } from './states.ts';

/** A release as its row says. */
export interface ReadRelease {
  recordId: string;
  name: string;
  key: string;
  /** The time in the row. */
  at: Date | null;
  /** The time is so long past that the release does not go out by it. */
  isTooLate: boolean;
  isConfirmed: boolean;
  /** It goes out at its time even where rows of it are not ready. */
  mayBeIncomplete: boolean;
}

/** What a row says: a release, or nothing yet; and what is wrong, in words for staff. */
export interface ReadReleaseRow {
  release: ReadRelease | null;
  problems: string[];
}

const dayMs = 24 * 60 * 60_000;
/** So long after its time a release still goes out by itself. Later it wants a new time: nobody may be surprised by it at night. */
export const latestMs = dayMs;
const longestMs = 400 * dayMs;

/** Why a time cannot be one of a release; null where it can. */
function faultOfTime(at: Date | null, isConfirmed: boolean, now: Date): string | null {
  if (!at) return isConfirmed ? 'còn trống nên đợt đã chốt chưa biết lên lúc nào. Ghi ngày giờ.' : null;
  const fromNow = at.getTime() - now.getTime();
  if (fromNow < -latestMs)
    return 'đã qua hơn một ngày mà đợt chưa công bố, nên trang không tự công bố nữa, kể cả khi đã đủ. Ghi lại ngày giờ.';
  return fromNow > longestMs ? 'còn hơn một năm nữa. Xem lại năm.' : null;
}

/** Reads a row of releases. */
export function readRelease(row: PulledRow, now: Date): ReadReleaseRow {
  const name = textOf(row, 'name').replaceAll(/\s+/g, ' ');
  const key = releaseKey(name);
  const column = (property: string) => `Cột “${nameOfColumn(row, property)}”`;
  const isEmpty = ['releaseAt', 'state'].every((property) => textOf(row, property) === '');
  if (key === '')
    return { release: null, problems: isEmpty ? [] : [`${column('name')}: còn trống. Đặt tên cho đợt.`] };
  const state = textOf(row, 'state');
  const isConfirmed = isAvailable(row, 'state') && state === releaseStates.confirmed;
  const at = instantOf(row, 'releaseAt');
  const fault = faultOfTime(at, isConfirmed, now);
  const isKnown = state === '' || Object.values(releaseStates).some((one) => one === state);
  const problems = [
    ...(fault === null ? [] : [`${column('releaseAt')}: ${fault}`]),
    ...(isKnown ? [] : [`${column('state')}: trang không hiểu lựa chọn “${state}”, nên đợt chưa chốt.`]),
  ];
  const isTooLate = at !== null && now.getTime() - at.getTime() > latestMs;
  const mayBeIncomplete = row.cells.incomplete === true;
  return {
    release: { recordId: row.recordId, name, key, at, isTooLate, isConfirmed, mayBeIncomplete },
    problems,
  };
}
