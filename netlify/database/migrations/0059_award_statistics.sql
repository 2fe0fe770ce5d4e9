-- What the yearly statistics count of each honour with a decision, without a name. Rows of `Điển hình` in any state: a decision stands
-- whether the site shows it or not.
create table counted_honours (
  record_id text primary key,
  -- Of the decision; of the achievement where the day is not known.
  year integer not null,
  kind text not null,
  award_form text,
  -- Ids of src/gallery/award-statistics/counted-as.ts; null where staff have not said.
  counted_as text,
  sex text,
  -- Id of a group of units.
  unit_kind text
);
create index counted_honours_year on counted_honours (year);

-- The rows of `Biểu thống kê`: a year whose tables staff want.
create table statistics_years (
  record_id text primary key,
  year integer not null,
  -- What the head of the tables says, as staff wrote it: unit, receiver, legal basis.
  said jsonb not null,
  links_until timestamptz not null default date_trunc('minute', now()) + interval '60 days'
);
