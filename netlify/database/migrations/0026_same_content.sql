-- What a single form said, contact included, as a digest: the same words sent again within a day, from whichever page, are
-- the filing that is there. Null for rows of tables, which are recognised by their key, and once the day is over and someone
-- files the same anew.
alter table submissions add column content_digest text unique;
