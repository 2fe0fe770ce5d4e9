-- A bound of the service that is passed, since when, and whether somebody was told. The row goes when the service is well again.
create table health_alerts (
  name text primary key,
  words text not null,
  since timestamptz not null default now(),
  told_at timestamptz
);
