-- What staff choose in `Chốt năm` of a row of `Biểu thống kê`: null, or whether the sums of the reports are published with the year.
alter table statistics_years add column close_with_sums boolean;

-- The row of a year says that it was closed.
create function note_closed_year() returns trigger language plpgsql as $$
begin
  insert into rows_to_tell (kind, key) select 'record', record_id from statistics_years where year = new.year;
  return null;
end $$;
create trigger year_closings_to_tell after insert on year_closings for each row execute function note_closed_year();
