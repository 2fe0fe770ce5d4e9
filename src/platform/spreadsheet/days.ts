const dayMs = 86_400_000;

/** The last day that a spreadsheet shows, 31/12/9999, counted from 1900. */
const lastDay = 2_958_465;
/** Days between the two calendars of workbooks: one begins on 1/1/1900, that of old Macintosh programs on 1/1/1904. */
const daysTo1904 = 1_462;
/** Serial number of 29/2/1900, a day that Excel counts although it never existed. */
const leapDayOf1900 = 60;

const two = (value: number) => String(value).padStart(2, '0');

/** A day and a time of a workbook. */
export interface Moment {
  /** As `YYYY-MM-DD`. */
  day: string;
  month: number;
  year: number;
  /** As `H:MM`, or `H:MM:SS` where it has seconds; empty at midnight. */
  time: string;
}

/** Formats seconds since midnight as a time. */
function timeOf(seconds: number): string {
  if (seconds === 0) return '';
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${hour}:${two(minute)}${second > 0 ? `:${two(second)}` : ''}`;
}

/** The moment of a serial number; undefined outside a spreadsheet's range and for day 0, which is an empty cell or a time. */
export function momentOf(serial: number, is1904: boolean): Moment | undefined {
  const whole = Math.floor(serial);
  const seconds = Math.round((serial - whole) * 86_400);
  const days = whole + Math.floor(seconds / 86_400) + (is1904 ? daysTo1904 : 0);
  if (!(serial >= 0) || days > lastDay) return undefined;
  const time = timeOf(seconds % 86_400);
  if (days === leapDayOf1900) return { day: '1900-02-29', month: 2, year: 1900, time };
  const date = new Date(Date.UTC(1899, 11, days < leapDayOf1900 ? 31 : 30) + days * dayMs);
  return {
    day: date.toISOString().slice(0, 10),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    time,
  };
}

/** A number of days as hours, minutes and seconds: 1.5 → `36:00`. */
export function durationOf(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  return `${days < 0 ? '-' : ''}${timeOf(seconds) || '0:00'}`;
}

/** The serial number of a day and time as XML writes it (`2026-07-01T08:30:00`), counted from 1900; undefined for anything else. */
export function serialOf(iso: string): number | undefined {
  const [, date, hour = '0', minute = '0', second = '0'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(iso.trim()) ??
    [];
  if (date === undefined) return undefined;
  const days = (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / dayMs;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const serial = days > leapDayOf1900 ? days : days - 1;
  return Number.isNaN(days) ? undefined : serial + seconds / 86_400;
}
