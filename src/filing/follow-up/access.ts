import type { Database } from '../../platform/postgres.ts';
import { type Counted, countWithin } from '../abuse/server/count-limit.ts';
import type { ReceiptKeys } from '../receipts/server/receipt-key.ts';
import { networkOf } from '../abuse/server/sender.ts';
import { contactsOf, isContact } from './contact.ts';

/** What someone gave besides a code; empty where nothing was given. */
interface Given {
  key: string;
  contact: string;
}

/**
 * What that opens: the filing, with its key; nothing, for an unknown code and for what does not fit alike; or nothing within this
 * hour, because what did not fit was tried too often.
 */
type Opened = { is: 'open'; code: string; key: string } | { is: 'closed' } | { is: 'too-many' };

/** Opens a filing for who holds its key or a contact that was on file when it was filed. */
export type Open = (code: string | null, given: Given) => Promise<Opened>;

/** Misses within an hour: a person mistypes a few times, an office has many persons. */
const misses = { ofCode: 10, ofSender: 60 };

/**
 * Opens filings for a sender at an address. Whatever does not fit is counted, by code and by sender; the right key opens however
 * often others tried.
 */
export function filingAccess(db: Database, keys: ReceiptKeys, address: string): Open {
  const network = networkOf(address);
  return async (code, { key, contact }) => {
    if (code && keys.fits(code, key)) return { is: 'open', code, key };
    if (key === '' && contact.trim() === '') return { is: 'closed' };
    const counted: Counted[] = [
      { name: `misses of ${code ?? 'no code'} from ${code ? 'anywhere' : network}`, anHour: misses.ofCode },
      { name: `misses from ${network}`, anHour: misses.ofSender },
    ];
    // Counted before it is looked at, so that many tries at once are as many as they are.
    if (!(await countWithin(db, counted))) return { is: 'too-many' };
    const contacts = code && contact.trim() !== '' ? await contactsOf(db, code) : null;
    if (!code || !contacts || !isContact(contact, contacts)) return { is: 'closed' };
    await countWithin(db, counted, -1);
    return { is: 'open', code, key: keys.of(code) };
  };
}

/** What one is told who does not get in, and who tried too often. */
export const refusals = {
  closed:
    'Không có phiếu nào mang mã này với khóa, thư điện tử hoặc điện thoại đã nhập. Xem lại mã hồ sơ, và cách liên lạc ghi trong phiếu lúc gửi.',
  'too-many':
    'Mã hồ sơ này đã bị thử sai quá nhiều lần. Hãy chờ một giờ rồi thử lại, hoặc mở bằng địa chỉ biên nhận đầy đủ.',
} as const;
