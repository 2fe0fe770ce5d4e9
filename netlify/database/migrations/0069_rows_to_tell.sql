-- What changed of the things that a row of the base is told about, so that a sync looks at those rows alone: before, it worked out
-- what every row should say, each time. Rows are only added and, once told, deleted; two of one thing do no harm. Unlogged: what a
-- crash loses, the look at all rows every quarter of an hour finds.
create unlogged table rows_to_tell (
  id uuid primary key default gen_random_uuid(),
  noted_at timestamptz not null default clock_timestamp(),
  -- record (of the base), code (`Mã` or `Mã hồ sơ`), release (its row), members (a release and all rows that name it), asked (all
  -- drafts about which a unit was asked)
  kind text not null,
  key text not null
);

-- Stories and nominations are found by their code in any table.
create index base_rows_any_code on base_rows (code) where code is not null;
create index deliveries_record on deliveries (record_id) where record_id is not null;
create index release_nominations_record on release_nominations (record_id);
create index stories_published_at on stories (published_at);

-- Arguments: pairs of kind and column. Both what was and what is are noted.
create function note_to_tell() returns trigger language plpgsql as $$
declare
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
begin
  for at in 0 .. tg_nargs / 2 - 1 loop
    insert into rows_to_tell (kind, key)
      select distinct tg_argv[2 * at], key from unnest(array[before ->> tg_argv[2 * at + 1], after ->> tg_argv[2 * at + 1]]) key
      where key is not null;
  end loop;
  return null;
end $$;

create trigger base_rows_to_tell after insert or delete on base_rows for each row
  execute function note_to_tell('record', 'record_id', 'code', 'code', 'code', 'filing_code');
create trigger base_rows_changed_to_tell after update on base_rows for each row
  when ((old.table_name, old.code, old.wish, old.consent, old.gone_at, old.filing_code)
    is distinct from (new.table_name, new.code, new.wish, new.consent, new.gone_at, new.filing_code)
    or (old.told is not null and new.told is null))
  execute function note_to_tell('record', 'record_id', 'code', 'code', 'code', 'filing_code');

create trigger row_problems_to_tell after insert or delete on row_problems for each row
  execute function note_to_tell('record', 'record_id');
create trigger row_problems_changed_to_tell after update on row_problems for each row
  when (old.problem is distinct from new.problem) execute function note_to_tell('record', 'record_id');

create trigger stories_to_tell after insert or delete on stories for each row
  execute function note_to_tell('record', 'record_id', 'code', 'id');
create trigger stories_changed_to_tell after update on stories for each row
  when ((old.id, old.record_id, old.state, old.consent, old.published_at, old.fields ->> 'name')
    is distinct from (new.id, new.record_id, new.state, new.consent, new.published_at, new.fields ->> 'name'))
  execute function note_to_tell('record', 'record_id', 'code', 'id');

create trigger shown_stories_to_tell after insert or delete on shown_stories for each row
  execute function note_to_tell('code', 'id');
create trigger shown_stories_changed_to_tell after update on shown_stories for each row
  when ((old.slug, old.first_shown_at, old.withdrawn_at, old.unserved_since)
    is distinct from (new.slug, new.first_shown_at, new.withdrawn_at, new.unserved_since))
  execute function note_to_tell('code', 'id');

create trigger takedowns_to_tell after insert or delete or update on takedowns for each row execute function note_to_tell('code', 'id');

create trigger story_losses_to_tell after insert or delete on story_losses for each row execute function note_to_tell('code', 'id');
create trigger story_losses_changed_to_tell after update on story_losses for each row
  when (old.held is distinct from new.held) execute function note_to_tell('code', 'id');

create trigger story_previews_to_tell after insert or delete on story_previews for each row
  execute function note_to_tell('record', 'record_id');
create trigger story_previews_changed_to_tell after update on story_previews for each row
  when (old is distinct from new) execute function note_to_tell('record', 'record_id');
create trigger story_answers_to_tell after insert or delete or update on story_answers for each row
  execute function note_to_tell('code', 'id');

create trigger story_drafts_to_tell after insert or delete on story_drafts for each row execute function note_to_tell('code', 'code');
create trigger story_drafts_changed_to_tell after update on story_drafts for each row
  when ((old.chosen, old.record_id, old.written_at is null) is distinct from (new.chosen, new.record_id, new.written_at is null))
  execute function note_to_tell('code', 'code');

create trigger deliveries_to_tell after update on deliveries for each row
  when (old.record_id is distinct from new.record_id) execute function note_to_tell('record', 'record_id');
create trigger deliveries_new_to_tell after insert on deliveries for each row
  when (new.record_id is not null) execute function note_to_tell('record', 'record_id');
create trigger deliveries_gone_to_tell after delete on deliveries for each row
  when (old.record_id is not null) execute function note_to_tell('record', 'record_id');

create trigger submissions_to_tell after update of state on submissions for each row
  when (old.state is distinct from new.state) execute function note_to_tell('code', 'code');

create trigger state_letters_to_tell after insert or delete on state_letters for each row execute function note_to_tell('code', 'code');
create trigger state_letters_changed_to_tell after update on state_letters for each row
  when ((old.state, old.sent_at, old.given_up_at) is distinct from (new.state, new.sent_at, new.given_up_at))
  execute function note_to_tell('code', 'code');
create trigger story_letters_to_tell after insert or delete on story_letters for each row execute function note_to_tell('code', 'code');
create trigger story_letters_changed_to_tell after update on story_letters for each row
  when ((old.sent_at, old.given_up_at) is distinct from (new.sent_at, new.given_up_at)) execute function note_to_tell('code', 'code');
create trigger unit_letters_to_tell after insert or delete on unit_letters for each row execute function note_to_tell('code', 'code');
create trigger unit_letters_changed_to_tell after update on unit_letters for each row
  when ((old.sent_at, old.given_up_at) is distinct from (new.sent_at, new.given_up_at)) execute function note_to_tell('code', 'code');

create trigger releases_to_tell after insert or delete on releases for each row
  execute function note_to_tell('record', 'record_id', 'members', 'key');
create trigger releases_changed_to_tell after update on releases for each row
  when ((old.key, old.release_at, old.confirmed, old.begun_at, old.done_at)
    is distinct from (new.key, new.release_at, new.confirmed, new.begun_at, new.done_at))
  execute function note_to_tell('record', 'record_id', 'members', 'key');
create trigger release_nominations_to_tell after insert or delete on release_nominations for each row
  execute function note_to_tell('record', 'record_id', 'release', 'release');
create trigger release_nominations_changed_to_tell after update on release_nominations for each row
  when ((old.record_id, old.release, old.decision, old.decided_at) is distinct from (new.record_id, new.release, new.decision, new.decided_at))
  execute function note_to_tell('record', 'record_id', 'release', 'release');
create trigger release_stories_to_tell after insert or delete on release_stories for each row
  execute function note_to_tell('record', 'record_id', 'release', 'release');
create trigger release_stories_changed_to_tell after update on release_stories for each row
  when ((old.id, old.release, old.ready) is distinct from (new.id, new.release, new.ready))
  execute function note_to_tell('record', 'record_id', 'release', 'release');

create trigger award_decisions_to_tell after insert or delete on award_decisions for each row
  execute function note_to_tell('record', 'record_id');
create trigger award_decisions_changed_to_tell after update on award_decisions for each row
  when ((old.wanted, old.notes, old.links_until) is distinct from (new.wanted, new.notes, new.links_until))
  execute function note_to_tell('record', 'record_id');
create trigger award_lines_to_tell after insert or delete on award_lines for each row execute function note_to_tell('record', 'decision');
create trigger award_lines_changed_to_tell after update on award_lines for each row
  when ((old.said, old.listed, old.filing_code, old.story_id, old.last_error, old.written_at)
    is distinct from (new.said, new.listed, new.filing_code, new.story_id, new.last_error, new.written_at))
  execute function note_to_tell('record', 'decision');

create trigger statistics_years_to_tell after insert or delete on statistics_years for each row
  execute function note_to_tell('record', 'record_id');
create trigger statistics_years_changed_to_tell after update on statistics_years for each row
  when (old.links_until is distinct from new.links_until) execute function note_to_tell('record', 'record_id');
create trigger comment_rows_to_tell after insert or delete on comment_rows for each row execute function note_to_tell('record', 'record_id');
create trigger comment_rows_changed_to_tell after update on comment_rows for each row
  when ((old.summary, old.path) is distinct from (new.summary, new.path)) execute function note_to_tell('record', 'record_id');
create trigger public_answers_to_tell after insert or delete on public_answers for each row
  execute function note_to_tell('record', 'record_id');
create trigger public_answers_changed_to_tell after update on public_answers for each row
  when ((old.id, old.record_id) is distinct from (new.id, new.record_id)) execute function note_to_tell('record', 'record_id');

create trigger settings_to_tell after insert or delete or update of value on settings for each row
  execute function note_to_tell('asked', 'record_id');
