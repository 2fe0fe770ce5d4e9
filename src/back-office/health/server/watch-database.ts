import { officialDateTime } from '../../../vietnamese/official-date.ts';
import type { TellOperator } from './alerts.ts';

/** A restart of PostgreSQL, or of its machine, is nobody's business. */
const patienceMs = 5 * 60_000;

/**
 * Watches the database itself, where no alert can be kept while it is away: from the memory of one process. The result looks once, and
 * tells once when the database has been away for five minutes and once when it is back. It rejects with what `tell` throws, and the
 * next look tells again.
 */
export function databaseWatch(answers: () => Promise<boolean>, tell: TellOperator) {
  let awaySince: Date | null = null;
  let isTold = false;
  return async (now: Date): Promise<void> => {
    if (await answers()) {
      if (isTold && awaySince)
        await tell(
          `Đã trở lại bình thường. Trước đó: Cơ sở dữ liệu không trả lời từ ${officialDateTime(awaySince)}.`,
        );
      awaySince = null;
      isTold = false;
      return;
    }
    awaySince ??= now;
    if (isTold || now.getTime() - awaySince.getTime() < patienceMs) return;
    await tell(
      `Cần xử lý: Cơ sở dữ liệu không trả lời từ ${officialDateTime(awaySince)}; chưa nhận được phiếu.`,
    );
    isTold = true;
  };
}
