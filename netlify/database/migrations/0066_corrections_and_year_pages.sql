-- A build looks up, for each story, the corrections that its people asked for.
create index submissions_asked_corrections on submissions ((answers ->> 'story')) where form = 'xin-sua';
-- A sync counts the comments on each list up for comment.
create index submissions_comments on submissions ((answers ->> 'case')) where form = 'gop-y';

-- Pages as the public site served them when their year was closed. Never changed; those of withdrawn stories are left out where the
-- year is published.
create table year_pages (
  year integer not null,
  -- Path of the page, `/tieu-chi/`.
  path text not null,
  html bytea not null,
  kept_at timestamptz not null default now(),
  primary key (year, path)
);
