import type { Database } from '../../platform/postgres.ts';
import { phonesIn, readEmail } from '../../vietnamese/contacts.ts';
import { changesOfRow, readChanges, undoAll } from '../receipts/changes.ts';

/** The contacts in a submission. */
interface Contacts {
  email: string | null;
  phone: string | null;
}

const text = (answer: unknown): string | null => (typeof answer === 'string' ? answer : null);

/** The contacts that a submission was filed with; contacts changed later open nothing. Null for an unknown code. */
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

/** Whether a typed contact matches. Ignores case, spaces and the country code of a number. */
export function isContact(typed: string, { email, phone }: Contacts): boolean {
  const written = typed.slice(0, 300);
  const [given, filed] = [readEmail(written), readEmail(email ?? '')];
  if (given.ok && filed.ok && given.value.toLowerCase() === filed.value.toLowerCase()) return true;
  const numbers = new Set(phonesIn(written));
  return phone !== null && phonesIn(phone).some((number) => numbers.has(number));
}
