-- The rows of the base that the sync has seen, and what it last told staff in them.
create table base_rows (
  record_id text primary key,
  -- Name of the table in the code.
  table_name text not null,
  -- `Mã` or `Mã hồ sơ`, as the row has it; two rows with one code are a problem of both.
  code text,
  -- What staff want of a story: a state, and whether its unit agreed; null in other tables.
  wish text,
  consent boolean,
  seen_at timestamptz not null default now(),
  -- A listing of all rows did not hold it any more.
  gone_at timestamptz,
  -- The cells that the sync last wrote for staff, as JSON; null where it wrote none.
  told jsonb
);
create index base_rows_code on base_rows (table_name, code);

-- What is wrong with a row, in words for staff. Each part of the code keeps its own kind: row, photo, state, delivery, conflict,
-- lacking. It takes the place of story_problems, which the version before still writes.
create table row_problems (
  record_id text not null,
  kind text not null,
  problem text not null,
  since timestamptz not null default now(),
  primary key (record_id, kind)
);
insert into row_problems (record_id, kind, problem, since) select record_id, 'row', problem, since from story_problems;

-- Columns that a delivery could not write, because staff deleted or changed them.
alter table deliveries add column lacking text[] not null default '{}';

-- Airtable's id of the row that is to go, and when it was last looked for: only a look that finds nothing proves an erasure.
alter table erased_submissions add column record_id text;
alter table erased_submissions add column looked_at timestamptz;
