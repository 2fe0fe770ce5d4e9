import { instantOf, textOf } from '../../filing/settings/cells.ts';
import { isAvailable, nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import { releaseKey } from '../../filing/releases/hold.ts';
import { releaseStates } from './states.ts';

/** A release as its row says. */
export interface ReadRelease {
  recordId: string;
  name: string;
  key: string;
  at: Date | null;
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
const longestMs = 400 * dayMs;

/** Why a time cannot be one of a release; null where it can. */
function faultOfTime(at: Date | null, isConfirmed: boolean, now: Date): string | null {
  if (!at) return isConfirmed ? 'còn trống nên đợt đã chốt chưa biết lên lúc nào. Ghi ngày giờ.' : null;
  const fromNow = at.getTime() - now.getTime();
  if (fromNow < -dayMs) return 'đã qua hơn một ngày, nên đợt chưa được công bố. Ghi lại ngày giờ.';
  return fromNow > longestMs ? 'còn hơn một năm nữa. Xem lại năm.' : null;
}

/** Reads a row of releases. A time long past counts as none: it is more likely a slip than a wish. */
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
  const isPast = at !== null && now.getTime() - at.getTime() > dayMs;
  const mayBeIncomplete = row.cells.incomplete === true;
  return {
    release: { recordId: row.recordId, name, key, at: isPast ? null : at, isConfirmed, mayBeIncomplete },
    problems,
  };
}
