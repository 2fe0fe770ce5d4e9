-- Frozen copies of data sets: what was public when the edition of a year was taken. Rows of what is no longer public stay here
-- and are left out where they are published.
create table data_editions (
  year integer not null,
  data_set text not null,
  taken_at timestamptz not null default now(),
  -- As src/gallery/open-data/edition.ts reads it.
  document jsonb not null,
  primary key (year, data_set)
);
