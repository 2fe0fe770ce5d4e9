-- A letter to the unit of a nomination: the story that came from it is public. One for each nomination, once.
create table story_letters (
  code text primary key references submissions on delete cascade,
  attempts integer not null default 0,
  -- Also the lease of the sync that holds the row.
  next_attempt_at timestamptz not null default now(),
  -- Kind and reply code of the last failure, without the server's words: they hold addresses.
  last_error text,
  sent_at timestamptz,
  given_up_at timestamptz
);
create index story_letters_due on story_letters (next_attempt_at) where sent_at is null and given_up_at is null;
