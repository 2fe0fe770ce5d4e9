-- Rows of the base that its webhook says were made, changed or deleted, until the sync has taken them in.
create table base_changes (
  record_id text primary key,
  -- Name of the table in the code.
  table_name text not null,
  gone boolean not null,
  -- The cells that the sync reads of the row, by field id; null where the row must be read.
  cells jsonb,
  -- A change that arrives while an earlier one is taken in is not taken for it.
  version uuid not null default gen_random_uuid(),
  queued_at timestamptz not null default clock_timestamp()
);
create index base_changes_table on base_changes (table_name, queued_at);
