-- What the public has seen outlives the row it came from: addresses lead somewhere for ever, corrections stay.
create table shown_stories (
  id text primary key,
  -- The last part of its address now; all it ever had are in shown_slugs.
  slug text not null,
  first_shown_at timestamptz not null default now(),
  -- Since when it is no longer public; null while it is.
  withdrawn_at timestamptz,
  withdrawn_reason text
);
create table shown_slugs (
  slug text primary key,
  id text not null references shown_stories (id),
  first_shown_at timestamptz not null default now()
);
create index shown_slugs_id on shown_slugs (id);
create table shown_corrections (
  id text not null references shown_stories (id),
  day date not null,
  text text not null,
  primary key (id, day, text)
);

-- `Lý do gỡ`: shown in place of a story that was taken down.
alter table stories add column withdrawn_reason text;

-- What the version before has shown already.
insert into shown_stories (id, slug)
  select id, slug from stories where state = 'cong-bo' and consent and published_at <= now();
insert into shown_slugs (slug, id) select slug, id from shown_stories;
