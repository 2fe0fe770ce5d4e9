import { z } from 'zod';
import { type Database, inTransaction } from '../postgres.ts';
import { deCuCaNhan } from '../schemas/forms/de-cu-ca-nhan.ts';
import { deCuMoHinh } from '../schemas/forms/de-cu-mo-hinh.ts';
import { deCuTapThe } from '../schemas/forms/de-cu-tap-the.ts';
import { withdrawnStates } from '../schemas/states.ts';
import { redeliver } from '../submissions/queue.ts';

const nominations: readonly string[] = [deCuTapThe.id, deCuCaNhan.id, deCuMoHinh.id];
/** States after which there is nothing left to withdraw. */
const over = ['da-co-quyet-dinh', 'khong-du-dieu-kien', 'trung-lap', 'da-tra-loi'];

/** What became of a wish to withdraw. */
export type Withdrawal = 'done' | 'unknown' | 'wrong-contact' | 'over';

const rowSchema = z.object({
  form: z.string(),
  state: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

const digits = (phone: string) => phone.replace(/\D/g, '').replace(/^84/, '0');

/** Whether a contact as typed is one of those in the filing: case, spaces and the country code of a number do not count. */
function isContact(typed: string, { email, phone }: z.infer<typeof rowSchema>): boolean {
  const isMail = email !== null && typed.trim().toLowerCase() === email.toLowerCase();
  const isPhone = phone !== null && digits(typed).length >= 8 && digits(typed) === digits(phone);
  return isMail || isPhone;
}

/**
 * Withdraws a submission for one who knows its code and its contact; doing it twice is doing it once. Its row in the
 * back office follows.
 */
export async function withdraw(db: Database, code: string, contact: string): Promise<Withdrawal> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query(
      `select form, state, answers->>'contactEmail' as email, answers->>'contactPhone' as phone
       from submissions where code = $1 for update`,
      [code],
    );
    const { data: row } = rowSchema.safeParse(rows[0]);
    if (!row) return 'unknown';
    if (!isContact(contact, row)) return 'wrong-contact';
    if (withdrawnStates.includes(row.state)) return 'done';
    if (over.includes(row.state)) return 'over';
    const state = nominations.includes(row.form) ? 'rut-de-cu' : 'rut-phieu';
    await client.query(
      'update submissions set state = $2, asked = null, changed_at = now(), moved_by_unit_at = now() where code = $1',
      [code, state],
    );
    await client.query(redeliver, [code]);
    return 'done';
  });
}
