-- Until when the private address of a release's press kit opens it. The row of the release has the address.
alter table releases
  add column links_until timestamptz not null default date_trunc('minute', now()) + interval '60 days';
