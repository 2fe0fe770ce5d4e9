-- Copies of receipts on their way by e-mail: written with the filing, where a mail server is set and an address was given.
-- The address stays with the answers alone: what is erased there is sent nowhere.
create table receipt_copies (
  code text primary key references submissions on delete cascade,
  attempts integer not null default 0,
  -- Also the lease of the sync that holds the row.
  next_attempt_at timestamptz not null default now(),
  -- Kind and reply code of the last failure, without the server's words: they hold addresses.
  last_error text,
  sent_at timestamptz,
  given_up_at timestamptz
);

create index receipt_copies_due on receipt_copies (next_attempt_at)
  where sent_at is null and given_up_at is null;

-- How many copies one address got within the hour: see the limit in src/mail/outbox.ts.
create index receipt_copies_sent on receipt_copies (sent_at) where sent_at is not null;
