-- A letter for a state that waits for the unit or ends the case: the latest state of each filing alone.
create table state_letters (
  code text primary key references submissions on delete cascade,
  state text not null,
  attempts integer not null default 0,
  -- Also the lease of the sync that holds the row.
  next_attempt_at timestamptz not null default now(),
  -- Kind and reply code of the last failure, without the server's words: they hold addresses.
  last_error text,
  sent_at timestamptz,
  given_up_at timestamptz
);
create index state_letters_due on state_letters (next_attempt_at) where sent_at is null and given_up_at is null;
