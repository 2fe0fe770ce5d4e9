-- The number in the address of a unit's plan: given once, in the order of confirmation, never to another plan, and kept while a
-- confirmation is taken back. Rows are only added. No sequence: a backup has none.
create table plan_places (
  -- The back office's id for the row.
  record_id text primary key,
  place integer not null unique
);
insert into plan_places (record_id, place)
  select record_id, row_number() over (order by confirmed_at, record_id) from unit_filings where form = 'ke-hoach-don-vi';

-- By trigger, so that a plan which the code before this table stores has a number, too.
create function give_plan_place() returns trigger language plpgsql as $$
begin
  if not exists (select from plan_places where record_id = new.record_id) then
    perform pg_advisory_xact_lock(hashtext('plan_places'));
    insert into plan_places (record_id, place) select new.record_id, coalesce(max(place), 0) + 1 from plan_places
      on conflict do nothing;
  end if;
  return null;
end $$;
create trigger unit_filings_place after insert or update on unit_filings for each row
  when (new.form = 'ke-hoach-don-vi') execute function give_plan_place();
