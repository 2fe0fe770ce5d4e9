-- The size in which the last build drew a picture, so that data of the year can name it where no picture is drawn: in the sync.
alter table photos add column drawn jsonb;
