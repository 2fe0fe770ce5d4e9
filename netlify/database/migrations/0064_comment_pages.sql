-- Which versions of a list of nominees the public site was seen to show, and from when to when: what its proof of publication says.
create table comment_pages (
  -- `Mã đợt`.
  id text not null,
  -- SHA-256, in hex, of `content` as JSON.
  digest text not null,
  -- What the page showed, as src/progress/comments/content.ts writes it; text, since jsonb would sort it anew.
  content text not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  times integer not null default 1,
  primary key (id, digest)
);

-- What staff read in the rows of `Lấy ý kiến`: how long a list is up and how many comments came. `path` once its page is public.
create table comment_rows (
  record_id text primary key,
  summary text not null,
  path text
);
