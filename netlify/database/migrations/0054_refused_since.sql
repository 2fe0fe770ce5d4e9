-- A row that Airtable refused is tried again from time to time. Since when it waits is kept over these tries.
alter table deliveries add column refused_since timestamptz;
alter table evidence_files add column refused_since timestamptz;
update deliveries set refused_since = set_aside_at where set_aside_at is not null;
update evidence_files set refused_since = set_aside_at where set_aside_at is not null;

create function keep_refused_since() returns trigger language plpgsql as $$
begin
  new.refused_since := coalesce(old.refused_since, new.set_aside_at);
  return new;
end $$;
create trigger keep_refused_since before update of set_aside_at on deliveries
  for each row when (new.set_aside_at is not null) execute function keep_refused_since();
create trigger keep_refused_since before update of set_aside_at on evidence_files
  for each row when (new.set_aside_at is not null) execute function keep_refused_since();
