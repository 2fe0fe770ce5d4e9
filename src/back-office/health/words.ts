import { stateById } from '../../filing/states.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { HealthDetails, ListedRow, ServiceHealth } from './health.ts';

/** A service in one line: “Nhận phiếu: hoạt động bình thường”. */
export const serviceLines = (services: readonly ServiceHealth[]): string[] =>
  services.map(({ name, ok, since }) => {
    if (ok) return `${name}: hoạt động bình thường`;
    return since ? `${name}: đang trục trặc, từ ${officialDateTime(since)}` : `${name}: đang trục trặc`;
  });

const count = (value: number) => value.toLocaleString('vi-VN');
const when = (instant: Date | null) => (instant ? officialDateTime(instant) : 'chưa có');

/** The alerts and measures, one a line, for staff. */
export function detailLines({ alerts, measures, stateDays }: HealthDetails): string[] {
  const { freeDisk } = measures;
  return [
    ...alerts.map(({ words, since }) => `Cần xử lý từ ${officialDateTime(since)}: ${words}`),
    `Đồng bộ với Airtable lần gần nhất: ${when(measures.syncedAt)}`,
    `Phiếu chờ chuyển: ${count(measures.waitingSubmissions)}; cũ nhất: ${when(measures.oldestSubmission)}`,
    `Phiếu, tệp Airtable không nhận: ${count(measures.refusedSubmissions)}, ${count(measures.refusedFiles)}`,
    `Tệp chờ chuyển: ${count(measures.waitingFiles)}; thư chờ gửi: ${count(measures.waitingLetters)}; thư không gửi được trong một ngày: ${count(measures.failedLetters)}`,
    `Bản trang đang phục vụ: ${measures.servedDigest ?? 'chưa biết'}, dựng lúc: ${when(measures.servedAt)}; thay đổi chưa lên trang từ: ${when(measures.rebuildSince)}`,
    `Lượt gọi Airtable tháng này: ${count(measures.callsThisMonth)} trong ${count(measures.monthlyCalls)}`,
    ...stateDays.map(
      ({ state, medianDays, count: left }) =>
        `“${stateById(state).airtable}”: một nửa trong ${count(left)} phiếu đi tiếp trong ${count(medianDays)} ngày làm việc`,
    ),
    ...(freeDisk === null ? [] : [`Ổ đĩa còn trống: ${Math.round(freeDisk * 100)}%`]),
  ];
}

const placeOf = (table: string | null, code: string | null) =>
  table && !code ? `${table}, hàng không có mã` : [table, code].filter(Boolean).join(' ');

/** A row that waits for a person: its place, which leads to it where it has an address, and what is said of it. */
export interface RowLine {
  place: string;
  address: string | null;
  rest: string;
}

/** The rows that wait for a person, one a line. */
export const rowLines = (rows: readonly ListedRow[]): RowLine[] =>
  rows.map(({ table, code, why, since, address }) => ({
    place: placeOf(table, code),
    address,
    rest: `${why.replaceAll('\n', ' · ')} · (từ ${officialDateTime(since)})`,
  }));
