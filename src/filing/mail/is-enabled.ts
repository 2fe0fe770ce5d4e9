import { readEnv } from '../../platform/env.ts';

/** Whether the site sends copies of receipts by e-mail, as set at build time: a mail server is configured. */
export const sendsReceiptCopies = readEnv().mail !== null;
