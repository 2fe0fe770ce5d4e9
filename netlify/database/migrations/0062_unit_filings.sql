-- Plans and yearly reports of units that staff confirmed in the base. Pages read `shown` alone.
create table unit_filings (
  -- The back office's id for the row.
  record_id text primary key,
  form text not null,
  -- What pages may show, as src/progress/filing.ts reads it.
  shown jsonb not null,
  -- Figures and words of a yearly report, for the roll-up of staff. Null for a plan.
  report jsonb,
  sample boolean not null default false,
  confirmed_at timestamptz not null default now(),
  -- The submission was erased and its row with it: state, days and figures stay.
  is_erased boolean not null default false,
  seen_at timestamptz not null default now()
);
