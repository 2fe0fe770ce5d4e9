-- Until when the private address of a release's press kit opens it. The row of the release has the address.
alter table releases
  add column links_until timestamptz not null default date_trunc('minute', now()) + interval '60 days';
create trigger releases_links_to_tell after update on releases for each row
  when (old.links_until is distinct from new.links_until) execute function note_to_tell('record', 'record_id');
