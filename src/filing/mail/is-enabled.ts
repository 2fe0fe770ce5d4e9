import { readEnv } from '../../platform/env.ts';

/** Whether the site that is being built sends copies of receipts by e-mail: a mail server is set. */
export const sendsReceiptCopies = readEnv().mail !== null;
