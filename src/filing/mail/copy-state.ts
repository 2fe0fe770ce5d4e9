/** The state of the letters about a receipt; null where none is sent. `copied`: the full copy was sent after confirmation. */
export type CopyState = 'waiting' | 'sent' | 'copied' | 'failed' | null;

/** SQL for the state, from a row `c` of `receipt_copies` that may be missing. */
export const copyState = `case when c.sent_at is not null and c.confirmed_at is not null then 'copied'
  when c.sent_at is not null then 'sent' when c.given_up_at is not null then 'failed'
  when c.code is not null then 'waiting' end`;
