-- A letter to the unit of a place at which someone pointed: staff asked it to look. One for each hint, once.
create table unit_letters (
  code text primary key references submissions on delete cascade,
  attempts integer not null default 0,
  -- Also the lease of the sync that holds the row.
  next_attempt_at timestamptz not null default now(),
  -- Kind and reply code of the last failure, without the server's words: they hold addresses.
  last_error text,
  sent_at timestamptz,
  given_up_at timestamptz
);
create index unit_letters_due on unit_letters (next_attempt_at) where sent_at is null and given_up_at is null;
