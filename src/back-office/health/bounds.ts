/** What the service measures of itself. Holds no name, no answer and no contact. */
export interface Measures {
  /** End of the last sync run; null before the first. */
  syncedAt: Date | null;
  /** Submissions that wait for Airtable, and when the oldest of them was filed. */
  waitingSubmissions: number;
  oldestSubmission: Date | null;
  /** Submissions and evidence files that Airtable refused and that wait for a person. */
  refusedSubmissions: number;
  refusedFiles: number;
  waitingFiles: number;
  waitingLetters: number;
  /** Public stories whose state in the base cannot be read: they stay as they were. */
  unreadStates: number;
  /** Letters that were given up within the last day. */
  failedLetters: number;
  /** When the rebuild that is not served yet was asked for first; null when the site is up to date. */
  rebuildSince: Date | null;
  /** Builds that failed, or were never served, since the last one that was. */
  failedBuilds: number;
  /** Digest of the published set that the public site was last seen to serve. */
  servedDigest: string | null;
  /** When that build read what it shows. */
  servedAt: Date | null;
  callsThisMonth: number;
  monthlyCalls: number;
  /** Free share of the disk, 0 to 1; null where the machine is not ours. */
  freeDisk: number | null;
}

/** A bound that is passed. */
export interface Fault {
  name: FaultName;
  /** For staff: what is wrong. */
  words: string;
}

const minuteMs = 60_000;
const bounds = {
  syncMs: 10 * minuteMs,
  queueMs: 60 * minuteMs,
  rebuildMs: 30 * minuteMs,
  calls: 0.8,
  freeDisk: 0.1,
} as const;

const time = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});

const count = (value: number) => value.toLocaleString('vi-VN');
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Each bound: the words of the fault, or null when all is well. */
const checks = {
  sync: ({ syncedAt }: Measures, now: Date) =>
    syncedAt && now.getTime() - syncedAt.getTime() <= bounds.syncMs
      ? null
      : `Đồng bộ với Airtable không chạy ${syncedAt ? `từ ${time.format(syncedAt)}` : 'lần nào'}.`,
  queue: ({ waitingSubmissions, oldestSubmission }: Measures, now: Date) =>
    oldestSubmission && now.getTime() - oldestSubmission.getTime() > bounds.queueMs
      ? `${count(waitingSubmissions)} phiếu chưa chuyển sang Airtable; phiếu cũ nhất gửi lúc ${time.format(oldestSubmission)}.`
      : null,
  refused: ({ refusedSubmissions, refusedFiles }: Measures) =>
    refusedSubmissions + refusedFiles > 0
      ? `Airtable không nhận ${count(refusedSubmissions)} phiếu, ${count(refusedFiles)} tệp; xem danh sách hàng cần người xử lý.`
      : null,
  states: ({ unreadStates }: Measures) =>
    unreadStates > 0
      ? `Trang không đọc được trạng thái của ${count(unreadStates)} bài đang công bố, nên giữ các bài như trước: nếu có bài phải gỡ thì bài đó chưa được gỡ. Xem danh sách hàng cần người xử lý.`
      : null,
  letters: ({ failedLetters }: Measures) =>
    failedLetters > 0 ? `${count(failedLetters)} thư không gửi được trong một ngày qua.` : null,
  rebuild: ({ rebuildSince, failedBuilds }: Measures, now: Date) => {
    if (failedBuilds > 0)
      return `Dựng trang không thành công ${count(failedBuilds)} lần liền; trang đang thử lại, bản cũ vẫn hiện.`;
    return rebuildSince && now.getTime() - rebuildSince.getTime() > bounds.rebuildMs
      ? `Trang chưa hiện thay đổi đã công bố từ ${time.format(rebuildSince)}: lần dựng trang không thành công.`
      : null;
  },
  calls: ({ callsThisMonth, monthlyCalls }: Measures) =>
    callsThisMonth > bounds.calls * monthlyCalls
      ? `Đã dùng ${count(callsThisMonth)} trong ${count(monthlyCalls)} lượt gọi Airtable của tháng này.`
      : null,
  disk: ({ freeDisk }: Measures) =>
    freeDisk !== null && freeDisk < bounds.freeDisk ? `Ổ đĩa chỉ còn trống ${percent(freeDisk)}.` : null,
} as const;

/** Names of the bounds. */
export type FaultName = keyof typeof checks;
const names = ['sync', 'queue', 'refused', 'states', 'letters', 'rebuild', 'calls', 'disk'] as const;

/** The bounds that are passed now. */
export const faultsOf = (measures: Measures, now: Date): Fault[] =>
  names.flatMap((name) => {
    const words = checks[name](measures, now);
    return words === null ? [] : [{ name, words }];
  });

/** Since when a bound is passed, where the measures themselves say it: nobody has to have watched. */
export const knownSince = (name: FaultName, measures: Measures): Date | null => {
  if (name === 'sync') return measures.syncedAt;
  if (name === 'queue') return measures.oldestSubmission;
  return name === 'rebuild' ? measures.rebuildSince : null;
};

/** The services that a visitor uses, each with the faults that stop it. */
export const services = [
  { id: 'filing', name: 'Nhận phiếu', stoppedBy: [] },
  { id: 'forwarding', name: 'Chuyển phiếu đến Sở Nội vụ', stoppedBy: ['sync', 'queue'] },
  { id: 'publishing', name: 'Cập nhật trang', stoppedBy: ['sync', 'rebuild'] },
] as const satisfies readonly { id: string; name: string; stoppedBy: readonly FaultName[] }[];
