import type { Database } from '../../platform/postgres.ts';
import { type Counted, countWithin } from '../abuse/server/count-limit.ts';
import { networkOf } from '../abuse/server/sender.ts';
import type { ReceiptKeys } from '../receipts/server/receipt-key.ts';
import { contactsOf, isContact } from './contact.ts';

/** What a visitor gave besides the code; empty where nothing was given. */
interface Given {
  key: string;
  contact: string;
}

/**
 * The outcome: `open` with the receipt key; `closed` for an unknown code and for a wrong key or contact alike; `too-many` after too
 * many misses within this hour.
 */
type Opened = { is: 'open'; code: string; key: string } | { is: 'closed' } | { is: 'too-many' };

/** Opens a submission with its receipt key, or with a contact that it was filed with. */
export type Open = (code: string | null, given: Given) => Promise<Opened>;

/** Hourly limits for misses: one person mistypes a few times, and an office has many persons. */
const misses = { ofCode: 10, ofSender: 60 };

/**
 * Opens submissions for the sender at an address. Counts misses by code and by sender. The right key always opens, however many
 * misses there were.
 */
export function submissionAccess(db: Database, keys: ReceiptKeys, address: string): Open {
  const network = networkOf(address);
  return async (code, { key, contact }) => {
    if (code && keys.fits(code, key)) return { is: 'open', code, key };
    if (key === '' && contact.trim() === '') return { is: 'closed' };
    const counted: Counted[] = [
      { name: `misses of ${code ?? 'no code'} from ${code ? 'anywhere' : network}`, anHour: misses.ofCode },
      { name: `misses from ${network}`, anHour: misses.ofSender },
    ];
    // Count before the check, so that concurrent tries all count.
    if (!(await countWithin(db, counted))) return { is: 'too-many' };
    const contacts = code && contact.trim() !== '' ? await contactsOf(db, code) : null;
    if (!code || !contacts || !isContact(contact, contacts)) return { is: 'closed' };
    await countWithin(db, counted, -1);
    return { is: 'open', code, key: keys.of(code) };
  };
}

/** The messages for a miss and for too many misses. */
export const refusals = {
  closed:
    'Không có phiếu nào mang mã này với khóa, thư điện tử hoặc điện thoại đã nhập. Xem lại mã hồ sơ, và cách liên lạc ghi trong phiếu lúc gửi.',
  'too-many':
    'Mã hồ sơ này đã bị thử sai quá nhiều lần. Hãy chờ một giờ rồi thử lại, hoặc mở bằng địa chỉ biên nhận đầy đủ.',
} as const;
