import type { Database } from '../postgres.ts';
import { changesOfRow, readChanges, undoAll } from '../submissions/changes.ts';

/** The ways to reach a unit, as its filing gives them. */
interface Contacts {
  email: string | null;
  phone: string | null;
}

const text = (answer: unknown): string | null => (typeof answer === 'string' ? answer : null);

/** The contacts in a filing as it was filed: one that was changed later opens nothing. Null for an unknown code. */
export async function contactsOf(db: Database, code: string): Promise<Contacts | null> {
  const { rows } = await db.query<{ answers: Record<string, unknown>; changes: unknown }>(
    `select answers, ${changesOfRow} as changes from submissions s where code = $1`,
    [code],
  );
  const [row] = rows;
  if (!row) return null;
  const filed = undoAll(row.answers, readChanges(row.changes));
  return { email: text(filed.contactEmail), phone: text(filed.contactPhone) };
}

/** Fewer digits are no telephone number. */
const fewestDigits = 8;

/** The numbers in a text that may hold several, each as its digits: the country code is left out, and an extension. */
function numbersIn(written: string): string[] {
  return written
    .normalize('NFKC')
    .split(/[,;/|\n]|\s[-–]\s|\s(?:hoặc|và)\s/i)
    .map((number) => number.replace(/(?:máy lẻ|số lẻ|nhánh|ext).*/i, ''))
    .map((number) => number.replace(/\D/g, '').replace(/^(?:00)?84/, '0'))
    .filter(({ length }) => length >= fewestDigits);
}

/** Whether a contact as typed is one of those: case, spaces and the country code of a number do not count. */
export function isContact(typed: string, { email, phone }: Contacts): boolean {
  const written = typed.slice(0, 300).normalize('NFKC').trim().toLowerCase();
  if (email !== null && written === email.normalize('NFKC').trim().toLowerCase()) return true;
  const given = new Set(numbersIn(written));
  return phone !== null && numbersIn(phone).some((number) => given.has(number));
}
