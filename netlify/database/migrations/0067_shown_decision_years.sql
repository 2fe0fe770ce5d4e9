-- The year of a story that the site showed with its decision: the address of a decision without a date has it.
create table shown_decision_years (
  id text primary key,
  year integer not null
);
