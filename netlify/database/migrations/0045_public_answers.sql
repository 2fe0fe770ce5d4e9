-- Questions of units that Sở Nội vụ answers in public, at /hoi-dap/: the words of staff, with no code and no name.
create table public_answers (
  code text primary key references submissions on delete cascade,
  record_id text not null,
  -- The anchor on the page; it says nothing of the receipt code.
  id text not null unique,
  question text not null,
  answer text not null,
  -- Clause of the plan; null for a question about none.
  clause text,
  seen_at timestamptz not null default now()
);
create index public_answers_record on public_answers (record_id);
