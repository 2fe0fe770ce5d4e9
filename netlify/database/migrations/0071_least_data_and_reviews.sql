set local statement_timeout = 0;
-- A draft is kept as far as its private address shows it. What units answered names the text that they saw by its digest.
create function least_of_draft(fields jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(fields) where key in (
    'kind', 'name', 'summary', 'body', 'unitCode', 'unitName', 'criteriaGroup', 'strands', 'clauses', 'year', 'occasion', 'awardForm', 'decisionNumber', 'decisionDate', 'decisionBody', 'motivation', 'indicators', 'contact', 'photo')
$$;
update story_answers a set seen = md5(least_of_draft(p.fields)::text) from story_previews p
  where p.id = a.id and a.seen = md5(p.fields::text);
update story_previews set fields = least_of_draft(fields) where fields <> least_of_draft(fields);
drop function least_of_draft(jsonb);

-- The text of a list of names is needed until it is read.
update award_decisions set source = null where read_key = source_key;

-- The free `Mã` that a row of `Điển hình` without one was offered: it is offered to no other row.
alter table base_rows add column proposed_id text;

-- What two people each think of a nomination. The sync takes a note out of its row; both come back once both are there.
create table review_notes (
  code text not null references submissions on delete cascade,
  place integer not null,
  author text not null,
  note text not null,
  written_at timestamptz not null default now(),
  -- When its words were taken out of the row; null until then.
  emptied_at timestamptz,
  primary key (code, place)
);
create trigger review_notes_to_tell after insert or delete or update on review_notes for each row execute function note_to_tell('code', 'code');
