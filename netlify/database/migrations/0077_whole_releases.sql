-- Staff let a release out although rows of it are not ready. Without it, the release waits for all of them.
alter table releases add column may_be_incomplete boolean not null default false;

-- The release that a decision names, as releases are compared; its lines belong to that release before their rows name it.
alter table award_decisions add column release_key text;
update award_decisions d set release_key = r.key from releases r where r.name = d.said ->> 'release';

create trigger releases_incomplete_to_tell after update on releases for each row
  when (old.may_be_incomplete is distinct from new.may_be_incomplete) execute function note_to_tell('record', 'record_id', 'members', 'key');
create trigger award_decisions_release_to_tell after update on award_decisions for each row
  when ((old.wanted, old.approved, old.release_key) is distinct from (new.wanted, new.approved, new.release_key))
  execute function note_to_tell('release', 'release_key');
