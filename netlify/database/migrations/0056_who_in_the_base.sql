-- Who changed a row that waits, as the webhook tells: Airtable's ids of people (usr…), or cong-cu for a program. Never a name or an
-- address. Several where several changed the row between two looks.
alter table base_changes add column changed_by text[] not null default '{}';

-- Who prepared a decision that waits for its release.
alter table release_nominations add column decided_by text;

-- Who in the base changed this row, as far as the change tells that is being taken in; null where none is.
create function changer_in_base(record text) returns text language sql stable as
$$ select nullif(array_to_string(changed_by, '+'), '') from base_changes where record_id = record $$;

create function note_decider() returns trigger language plpgsql as $$
begin
  if new.decision is null then return new; end if;
  if tg_op = 'INSERT' or new.decision is distinct from old.decision then
    new.decided_by := changer_in_base(new.record_id);
  end if;
  return new;
end $$;
create trigger release_nominations_decider before insert or update of decision on release_nominations
  for each row execute function note_decider();

-- An act of staff names who of them, where that is known. Whatever writes the act need not know it.
create function name_changer() returns trigger language plpgsql as $$
begin
  if new.actor <> 'co-quan' or is_restoring() then return new; end if;
  new.actor := coalesce(
    changer_in_base(case new.act
      when 'cai-dat' then new.subject
      when 'bai' then (select record_id from stories where id = new.subject)
      else (select record_id from deliveries where code = new.subject) end),
    (select decided_by from release_nominations where code = new.subject),
    'co-quan');
  return new;
end $$;
create trigger acts_name_changer before insert on acts for each row execute function name_changer();
