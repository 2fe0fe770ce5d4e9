/** What became of the letters about a receipt; null where none is sent. `copied`: the full copy, once its address was confirmed. */
export type CopyState = 'waiting' | 'sent' | 'copied' | 'failed' | null;

/** The same in SQL, of a row `c` of `receipt_copies` that is there or not. */
export const copyState = `case when c.sent_at is not null and c.confirmed_at is not null then 'copied'
  when c.sent_at is not null then 'sent' when c.given_up_at is not null then 'failed'
  when c.code is not null then 'waiting' end`;
