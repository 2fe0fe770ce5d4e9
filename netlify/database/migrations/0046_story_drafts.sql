-- A nomination that staff chose for a story, and the draft that the sync makes of it in the base.
create table story_drafts (
  code text primary key references submissions on delete cascade,
  -- The tick of staff as last read: only a new tick orders a draft.
  chosen boolean not null,
  -- The `Mã` that the draft has or is to get.
  story_id text not null,
  -- Its row; null until it is written.
  record_id text,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  written_at timestamptz,
  set_aside_at timestamptz
);

-- The last number given to a story of each kind: none is given twice, even where its row is deleted.
create table story_numbers (
  prefix text primary key,
  last integer not null
);
insert into story_numbers values ('MH', 0), ('VD', 0);

-- `Mã hồ sơ` of a row of `Điển hình`: the nomination that the story came from.
alter table base_rows add column filing_code text;
create index base_rows_filing_code on base_rows (filing_code) where filing_code is not null;
