-- A year as it was when it was closed: coverage, sums, decisions, forms, legal texts. Never changed afterwards; what is no longer
-- public stays here and is left out where it is published.
create table year_closings (
  year integer primary key,
  closed_at timestamptz not null default now(),
  -- As src/progress/years/closing.ts reads it.
  document jsonb not null
);
