-- Who did what: one entry for each act, written in the transaction of the act by the triggers below, whatever code does it. It
-- holds codes and names of states, no personal data: no address of a story either, which is made of a name. The sync puts entries into a chain: each link has the digest of the one
-- before, so a changed, removed or inserted entry is found (`npm run log -- verify`).
create table acts (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  -- src/back-office/log/act.ts names them.
  act text not null,
  -- The code, `Mã` or record that it was done to.
  subject text not null,
  -- What it was before and became, by name.
  detail jsonb not null default '{}',
  -- co-quan (in the base), don-vi (by form or receipt), he-thong (by time), van-hanh (by command or link), or a pseudonym.
  actor text not null
);
create index acts_subject on acts (subject);

create table act_links (
  no bigint primary key,
  act_id uuid not null unique,
  -- SHA-256 over the digest before and the entry.
  digest text not null
);

-- The last link of each day in Việt Nam: the line that is printed and kept elsewhere.
create table act_seals (
  day date primary key,
  last_no bigint not null,
  digest text not null,
  sealed_at timestamptz not null default now()
);

-- A restore loads tables as they were, which is no act.
create function is_restoring() returns boolean language sql stable as
$$ select coalesce(current_setting('thi_dua.restoring', true), '') = 'on' $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  if is_restoring() then return coalesce(new, old); end if;
  raise exception 'The log is append-only: % of % is refused.', tg_op, tg_table_name;
end $$;

create trigger acts_stay before update or delete on acts for each row execute function refuse_change();
create trigger acts_stay_whole before truncate on acts for each statement execute function refuse_change();
create trigger act_links_stay before update or delete on act_links for each row execute function refuse_change();
create trigger act_links_stay_whole before truncate on act_links for each statement execute function refuse_change();
create trigger act_seals_stay before update or delete on act_seals for each row execute function refuse_change();
create trigger act_seals_stay_whole before truncate on act_seals for each statement execute function refuse_change();

create function note_act(act text, subject text, detail jsonb, actor text) returns void language plpgsql as $$
begin
  if is_restoring() then return; end if;
  insert into acts (act, subject, detail, actor) values (act, subject, jsonb_strip_nulls(detail), actor);
end $$;

create function note_submission_state() returns trigger language plpgsql as $$
begin
  perform note_act('trang-thai', new.code, jsonb_build_object('from', old.state, 'to', new.state),
    case when new.moved_by_unit_at is distinct from old.moved_by_unit_at then 'don-vi' else 'co-quan' end);
  return null;
end $$;
create trigger submissions_log after update of state on submissions for each row
  when (old.state is distinct from new.state) execute function note_submission_state();

create function note_erasure() returns trigger language plpgsql as $$
begin
  perform note_act('xoa-phieu', new.code, jsonb_build_object('form', new.form, 'reason', new.reason),
    case new.reason when 'het-han' then 'he-thong' else 'van-hanh' end);
  return null;
end $$;
create trigger erased_submissions_log after insert on erased_submissions for each row execute function note_erasure();

create function note_story() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform note_act('bai', new.id, jsonb_build_object('to', new.state, 'consent', new.consent, 'from_time', new.published_at), 'co-quan');
  else
    perform note_act('bai', new.id, jsonb_build_object('from', old.state, 'to', new.state, 'consent', new.consent,
      'from_time', new.published_at), 'co-quan');
  end if;
  return null;
end $$;
create trigger stories_log after insert on stories for each row execute function note_story();
create trigger stories_change_log after update of state, consent, published_at on stories for each row
  when ((old.state, old.consent, old.published_at) is distinct from (new.state, new.consent, new.published_at))
  execute function note_story();

create function note_shown() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform note_act('len-trang', new.id, '{}', 'he-thong');
  elsif new.withdrawn_at is null then
    perform note_act('len-trang', new.id, jsonb_build_object('again', true), 'he-thong');
  else
    perform note_act('roi-trang', new.id, '{}', 'he-thong');
  end if;
  return null;
end $$;
create trigger shown_stories_log after insert on shown_stories for each row execute function note_shown();
create trigger shown_stories_change_log after update of withdrawn_at on shown_stories for each row
  when ((old.withdrawn_at is null) <> (new.withdrawn_at is null)) execute function note_shown();

create function note_takedown() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then perform note_act('go-khan-cap', new.id, '{}', 'van-hanh');
  else perform note_act('thoi-go-khan-cap', old.id, '{}', 'van-hanh');
  end if;
  return null;
end $$;
create trigger takedowns_log after insert or delete on takedowns for each row execute function note_takedown();

create function note_setting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform note_act('cai-dat', old.record_id, jsonb_build_object('table', old.table_name,
      'key', coalesce(old.value ->> 'key', old.value ->> 'number', old.value ->> 'kind'), 'gone', true), 'co-quan');
  else
    perform note_act('cai-dat', new.record_id, jsonb_build_object('table', new.table_name,
      'key', coalesce(new.value ->> 'key', new.value ->> 'number', new.value ->> 'kind')), 'co-quan');
  end if;
  return null;
end $$;
create trigger settings_log after insert or delete on settings for each row execute function note_setting();
create trigger settings_change_log after update of value on settings for each row
  when (old.value is distinct from new.value) execute function note_setting();
