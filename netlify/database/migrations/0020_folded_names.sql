-- The name of a story without tones, hats and capitals, its spaces joined: `fold` of src/search/fold.ts in SQL. Nominations are
-- compared with it as they are delivered; to fold every name each time took longer the more was published.
create function folded_name(fields jsonb) returns text language sql immutable parallel safe
return trim(regexp_replace(
  lower(translate(regexp_replace(normalize(fields->>'name', NFKD), '[\u0300-\u036f]', '', 'g'), 'đĐðÐɖƉ', 'dddddd')),
  '\s+', ' ', 'g'));
create index stories_folded_name on stories (folded_name(fields));
