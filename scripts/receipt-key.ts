import { newReceiptKeys } from './local-system/receipt-keys.ts';

// `npm run receipt-key`: what to set in the environment, made anew each time. Keep both: a lost one cannot be made again.
const { secret, signingKey } = newReceiptKeys();
console.log(`RECEIPT_SECRET=${secret}\nRECEIPT_SIGNING_KEY=${signingKey}`);
