-- One row: the pace of all calls to Airtable together. Calls start evenly spaced; after a 429 the gap grows, and it shrinks again
-- with time. The slots of 0011 still keep a sixth call out of any second.
create table airtable_pace (
  only_row boolean primary key default true check (only_row),
  -- Earliest start of the next call.
  next_at timestamptz not null default now(),
  -- The gap between two calls as it was set at `slowed_at`, in milliseconds.
  gap_ms double precision not null default 0,
  slowed_at timestamptz not null default now(),
  -- No call before: the calls of the month are used up, or the token is refused.
  stopped_until timestamptz,
  stopped_for text
);
insert into airtable_pace default values;
