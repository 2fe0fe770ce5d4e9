-- What the owner sets in rows of the base: times, values, legal texts. The last good value of each row; a row with a mistake keeps it.
create table settings (
  record_id text primary key,
  -- Name of the table in the code.
  table_name text not null,
  -- As src/vocabulary/owner-settings.ts reads it.
  value jsonb not null,
  -- Since when the value stands: a period after which data is erased waits a day.
  changed_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
