-- The name of a story as names are compared (`nameKey` of src/search/name-key.ts): nominations are compared with it as they are
-- delivered. Null for rows that were stored without it; the next sync fills it in before it compares anything.
alter table stories add column name_key text;
create index stories_name_key on stories (name_key);
-- It knew nothing of apostrophes, hyphens, i for y and “Ông”, “Bà”.
drop index stories_folded_name;
drop function folded_name(jsonb);
