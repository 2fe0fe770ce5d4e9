-- Whether the address of a story that is to be hidden answers 410 although the build that is served still holds it: null where nobody
-- has asked. The row of the story follows it.
alter table shown_stories add column answers_gone boolean;

drop trigger shown_stories_changed_to_tell on shown_stories;
create trigger shown_stories_changed_to_tell after update on shown_stories for each row
  when ((old.slug, old.first_shown_at, old.withdrawn_at, old.unserved_since, old.answers_gone)
    is distinct from (new.slug, new.first_shown_at, new.withdrawn_at, new.unserved_since, new.answers_gone))
  execute function note_to_tell('code', 'id');
