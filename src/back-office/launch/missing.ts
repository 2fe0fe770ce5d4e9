import { formPeriods } from '../../filing/definitions/periods.ts';
import { forms } from '../../filing/definitions/registry.ts';
import { retention, retentionKey } from '../../filing/privacy/retention.ts';
import { settings } from '../../filing/settings/list.ts';
import { textRoleNames } from '../../filing/settings/text-rules.ts';
import { answerTimeKey, answerTimes } from '../../filing/status/answer-times.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { allCases, standingOf } from '../../vocabulary/comment-cases.ts';
import { guidance } from '../../vocabulary/guidance.ts';
import { holidays } from '../../vocabulary/holidays.ts';
import { isMarked, markLapsed } from '../../vocabulary/lapses.ts';
import { laws } from '../../vocabulary/laws.ts';
import { ownerTexts, ownerValue } from '../../vocabulary/owner-settings.ts';
import type { FilledBy } from '../../vocabulary/slots.ts';

/** Something that is still unset: who must fill it, what it is, and in which row, file or setting. */
export interface Missing {
  who: FilledBy;
  what: string;
  where: string;
}

const row = (table: string, code: string) => `bảng “${table}”, hàng “${code}”`;

/** Values of `Cài đặt` that neither a row nor a file sets. */
function missingValues(): Missing[] {
  const ofFiles = new Map<string, number | null | undefined>([
    ...Object.entries(answerTimes()).map(([state, days]) => [answerTimeKey(state), days] as const),
    ...Object.entries(retention()).map(([state, months]) => [retentionKey(state), months] as const),
  ]);
  return settings
    .filter(({ key, isOptional }) => !isOptional && ownerValue(key) === undefined && ofFiles.get(key) == null)
    .map(({ key, name, filledBy }) => ({ who: filledBy, what: name, where: row('Cài đặt', key) }));
}

/** Forms for which nobody said when they are open. Questions and adoptions are taken at any time. */
function missingPeriods(now: Date): Missing[] {
  const known = new Set(formPeriods().flatMap(({ form, closes }) => (closes > now ? [form] : [])));
  return forms
    .filter(({ id }) => (id.startsWith('de-cu-') || id === 'bao-cao-nam') && !known.has(id))
    .map(({ title }) => ({
      who: 'Sở Nội vụ',
      what: `Thời gian nhận phiếu “${title}” (chưa ghi thì phiếu luôn mở)`,
      where: 'bảng “Mốc thời gian”, hàng loại “Nhận phiếu”',
    }));
}

/** Months before the end of a year in which the days off of the next must be known. */
const lastMonths = 2;

const yearOf = (day: string) => Number(day.slice(0, 4));
const isUnknown = (year: number) => !holidays().years.some((day) => day.startsWith(String(year)));

function missingHolidays(now: Date): Missing[] {
  const year = yearOf(dayInVietnam(now));
  const years = Number(dayInVietnam(now).slice(5, 7)) > 12 - lastMonths ? [year, year + 1] : [year];
  return years.filter(isUnknown).map((one) => ({
    who: 'Sở Nội vụ',
    what: `Ngày nghỉ Tết, Giỗ Tổ, ngày hoán đổi của năm ${one}`,
    where: 'bảng “Mốc thời gian”, hàng loại “Ngày nghỉ”',
  }));
}

/** What a list up for comment, now or later, still wants of its rule: days off that are known, and a legal basis with effect. */
function missingOfCases(now: Date): Missing[] {
  const wanted = allCases().filter((one) => ['before', 'open'].includes(standingOf(one, now)));
  return wanted.flatMap(({ id, name, basis, dayKind, opensAt, lastDay }) => {
    const years = [...new Set([yearOf(dayInVietnam(opensAt)), yearOf(lastDay)])];
    const unknown = dayKind === 'working' ? years.filter(isUnknown) : [];
    const isLapsed = markLapsed(basis, lastDay) !== basis;
    return [
      ...unknown.map((year) => `Ngày nghỉ năm ${year}, để tính ngày cuối của đợt “${name}”`),
      ...(isLapsed
        ? [`Căn cứ của đợt “${name}”: văn bản không có hiệu lực đến hết thời gian lấy ý kiến`]
        : []),
    ].map((what) => ({ who: 'Sở Nội vụ' as const, what, where: row('Lấy ý kiến', id) }));
  });
}

const awaitedRoles = ['huong-dan', 'tieu-chi-khcn', 'tieu-chi-nnmt'] as const;

function missingTexts(now: Date): Missing[] {
  const today = dayInVietnam(now);
  const unconfirmed = laws()
    .filter(({ validFrom }) => validFrom === null)
    .map(({ kind, number }) => ({ what: `Hiệu lực của ${kind} ${number}, đã đối chiếu`, where: number }));
  const cited = [...laws(), ...guidance().map(({ text }) => text)];
  const lapsed = cited
    .filter((law) => isMarked(law, today) && law.successor === null)
    .map(({ kind, number }) => ({ what: `Văn bản thay ${kind} ${number}, đã hết hiệu lực`, where: number }));
  const awaited = awaitedRoles
    .filter((role) => ownerTexts().every((text) => text.role !== role))
    .map((role) => ({ what: textRoleNames[role], where: 'hàng mới' }));
  return [...unconfirmed, ...lapsed, ...awaited].map(({ what, where }) => ({
    who: 'Sở Nội vụ',
    what,
    where: row('Văn bản', where),
  }));
}

/** Everything that rows of the base could set and that is unset. The process must follow what the owner set. */
export const missingRows = (now: Date): Missing[] => [
  ...missingValues(),
  ...missingPeriods(now),
  ...missingHolidays(now),
  ...missingOfCases(now),
  ...missingTexts(now),
];
