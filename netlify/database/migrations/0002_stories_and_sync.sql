-- A row of the Airtable table `Điển hình` that was public or is to be: the build shows only what is due.
create table stories (
  -- `Mã`, and the Airtable record that holds it: a second record with the same `Mã` is a problem, not an update.
  id text primary key,
  record_id text not null unique,
  slug text not null unique,
  fields jsonb not null,
  -- nhap, cho-xac-nhan, cong-bo, go-bo
  state text not null,
  consent boolean not null,
  sample boolean not null,
  -- From when a build may show it: `Công bố từ`, or when it was first seen as `Công bố`.
  published_at timestamptz not null,
  changed_at timestamptz not null default now()
);

-- Rows of the base that the site cannot read, by record, with the reason in words for staff.
create table story_problems (
  record_id text primary key,
  problem text not null,
  since timestamptz not null default now()
);

-- What the sync remembers between runs: cursors, column ids, the rebuild that was asked for.
create table sync_memory (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);

-- One row: when the next call to Airtable may start. Every sync takes its turn here.
create table airtable_turns (
  only_row boolean primary key default true check (only_row),
  next_turn_at timestamptz not null default now()
);
insert into airtable_turns default values;

-- Calls a month, against the plan's allowance.
create table airtable_calls (
  month date primary key,
  calls integer not null
);
