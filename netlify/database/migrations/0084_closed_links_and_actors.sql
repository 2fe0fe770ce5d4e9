-- Private addresses that end up to this time open nothing any more: the draft was withdrawn after they were handed out. The row shows
-- new ones once it is back.
alter table story_previews add column links_closed_until timestamptz;

create function close_links() returns trigger language plpgsql as $$
begin
  new.links_closed_until := greatest(old.links_closed_until, old.links_until);
  return new;
end $$;
create trigger story_previews_close before update on story_previews for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function close_links();

-- Who does it, where the transaction says so (src/platform/act-as.ts): don-vi, he-thong, van-hanh, lien-ket (by a link that was handed
-- out). Otherwise the usual actor of such an act.
create function acting(usual text) returns text language sql stable as
$$ select coalesce(nullif(current_setting('thi_dua.actor', true), ''), usual) $$;

create or replace function note_story() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform note_act('bai', new.id, jsonb_build_object('to', new.state, 'consent', new.consent, 'from_time', new.published_at),
      acting('co-quan'));
  else
    perform note_act('bai', new.id, jsonb_build_object('from', old.state, 'to', new.state, 'consent', new.consent,
      'from_time', new.published_at), acting('co-quan'));
  end if;
  return null;
end $$;

create or replace function note_takedown() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then perform note_act('go-khan-cap', new.id, '{}', acting('van-hanh'));
  else perform note_act('thoi-go-khan-cap', old.id, '{}', acting('van-hanh'));
  end if;
  return null;
end $$;

create or replace function note_release() returns trigger language plpgsql as $$
begin
  perform note_act('dot-cong-bo', new.record_id, jsonb_build_object('at', new.release_at), acting('co-quan'));
  return null;
end $$;
