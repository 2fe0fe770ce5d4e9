import { deviceStorage, filedName, filedPrefix, tabStorage } from './device-storage.ts';

/** How long a device remembers its submissions. */
export const filedDays = 90;
/** How long a device remembers a receipt's address: as long as the same answers get the same receipt. */
const receiptMs = 86_400_000;
const mostFiled = 20;

/** A submission that was received. */
export interface Filed {
  /** Submission keys of its draft and of the draft file that it began from. */
  keys: readonly string[];
  /** Receipt code; empty for a batch, which has one for each row. */
  code: string;
  at: Date;
  receiptUrl: string;
  /** The submission unit and the subject: the year of a report, the name of a nominee. */
  unit: string;
  subject: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readOne(value: unknown): Filed[] {
  if (!isObject(value) || !Array.isArray(value.keys)) return [];
  const at = new Date(text(value.at));
  if (Number.isNaN(at.getTime())) return [];
  const { code, receiptUrl, unit, subject } = value;
  const address = text(receiptUrl);
  // Only addresses of this site are accepted.
  const isOwn = address.startsWith(`${location.origin}/`);
  const keys = value.keys.map(text).filter(Boolean);
  return [
    {
      keys,
      code: text(code),
      at,
      receiptUrl: isOwn ? address : '',
      unit: text(unit),
      subject: text(subject),
    },
  ];
}

function read(storage: Storage | undefined, name: string): Filed[] {
  try {
    const list: unknown = JSON.parse(storage?.getItem(name) ?? '[]');
    return Array.isArray(list) ? list.flatMap(readOne) : [];
  } catch {
    return [];
  }
}

function write(storage: Storage | undefined, name: string, list: readonly Filed[]): void {
  try {
    storage?.setItem(name, JSON.stringify(list));
  } catch {
    // The server still recognises the same answers.
  }
}

/** Submissions of a form from this device, newest first. */
export function filedFrom(form: string, now = new Date()): Filed[] {
  return read(deviceStorage(), filedPrefix + form)
    .filter(({ at }) => now.getTime() - at.getTime() < filedDays * 86_400_000)
    .map((filed) => (now.getTime() - filed.at.getTime() < receiptMs ? filed : { ...filed, receiptUrl: '' }));
}

/** Remembers a submission in this tab, for Back, and on this device, for other tabs and draft files with the same answers. */
export function rememberFiled(form: string, filed: Filed): void {
  write(deviceStorage(), filedPrefix + form, [filed, ...filedFrom(form)].slice(0, mostFiled));
  write(tabStorage(), filedName(form), [filed]);
  history.replaceState({ ...history.state, filed: true }, '');
}

/** True if this tab has a receipt for the shown page: after Back, a reload or a restored tab. */
function isReturn(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  const type = entry instanceof PerformanceNavigationTiming ? entry.type : '';
  return isObject(history.state) && history.state.filed === true
    ? true
    : type === 'back_forward' || type === 'reload';
}

/** The submission of this page if the tab came back to it; opening the form anew forgets it. */
export function filedHere(form: string): Filed | undefined {
  const [filed] = read(tabStorage(), filedName(form));
  if (!filed || isReturn()) return filed;
  forgetFiledHere(form);
  return undefined;
}

/** Makes the next page of this tab start a new submission. */
export function forgetFiledHere(form: string): void {
  tabStorage()?.removeItem(filedName(form));
}

/** Forgets all submissions of this device. */
export function forgetAllFiled(): void {
  for (const storage of [deviceStorage(), tabStorage()]) {
    const names = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
    for (const name of names) if (name.startsWith(filedPrefix)) storage?.removeItem(name);
  }
}
