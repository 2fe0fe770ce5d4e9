-- What a private address shows of a story that is not public. The build never reads this table.
create table story_previews (
  -- `Mã` of the story.
  id text primary key,
  record_id text not null,
  -- The text as a build would show it; `{}` once the draft is withdrawn.
  fields jsonb not null,
  -- What staff set: nhap, cho-xac-nhan, hen-gio, cong-bo.
  state text not null,
  -- The embargo; null while staff set none.
  publish_from timestamptz,
  -- Since when the unit is asked: the first `Chờ xác nhận`.
  asked_at timestamptz,
  -- Staff hold an agreement on paper.
  on_paper boolean not null default false,
  -- The end of the addresses in the row; renewed before.
  links_until timestamptz not null,
  withdrawn_at timestamptz,
  changed_at timestamptz not null default now()
);
create index story_previews_record on story_previews (record_id);

-- What the unit answered: each answer stays, the last one counts.
create table story_answers (
  id text not null,
  answered_at timestamptz not null default clock_timestamp(),
  -- Whether it agrees to be named, to its photo, to its contact; null where the draft had none.
  name boolean not null,
  photo boolean,
  contact boolean,
  words text not null,
  -- Digest of the text that it saw.
  seen text not null,
  primary key (id, answered_at)
);
