-- A release of staff (`Đợt công bố`): decisions and stories that are told and shown together, at its time. The sync follows these
-- rows of the base.
create table releases (
  record_id text primary key,
  name text not null,
  -- The name as it is compared: without tones, capitals and doubled blanks.
  key text not null unique,
  -- Null while staff set no time.
  release_at timestamptz,
  -- Staff have said that it is complete: it is released at its time.
  confirmed boolean not null,
  -- From here on nothing of the row takes it back.
  begun_at timestamptz,
  -- The moment at which nothing of it was left to do.
  done_at timestamptz,
  seen_at timestamptz not null default now()
);

-- Nominations that name a release, each with the decision that waits for it.
create table release_nominations (
  code text primary key references submissions on delete cascade,
  record_id text not null,
  -- Key of the release; empty where staff cleared the cell while a decision waited, `?` where the column cannot be read.
  release text not null,
  -- State, guidance, reply and questions as staff prepared them; null where the row says what is told already.
  decision jsonb,
  decided_at timestamptz,
  noted_at timestamptz not null default now()
);
create index release_nominations_release on release_nominations (release);

-- Rows of `Điển hình` that name a release.
create table release_stories (
  record_id text primary key,
  -- `Mã` of the story.
  id text,
  release text not null,
  -- Nothing but the release keeps it back.
  ready boolean not null,
  -- Its own embargo, which may end later.
  publish_from timestamptz,
  noted_at timestamptz not null default now()
);
create index release_stories_release on release_stories (release);

create function note_release() returns trigger language plpgsql as $$
begin
  perform note_act('dot-cong-bo', new.record_id, jsonb_build_object('at', new.release_at), 'co-quan');
  return null;
end $$;
create trigger releases_log after update of begun_at on releases for each row
  when (old.begun_at is null and new.begun_at is not null) execute function note_release();
