-- Every address that the site has shown, and when what it says last changed (Nghị định 224/2026, Điều 9).
create table pages (
  path text primary key,
  digest text not null,
  changed_at timestamptz not null
);

-- Private ratings (the same, Điều 10): how many in a month, and nothing about who.
create table ratings (
  page text not null references pages (path),
  month date not null,
  useful integer not null default 0,
  not_useful integer not null default 0,
  primary key (page, month)
);
