-- A build notes what it shows while it reads the store, minutes before its site is served, and it may fail after that. From when the
-- build read, until the public site serves that build or a later one; null once it does. Rows of earlier code are served.
alter table shown_stories add column unserved_since timestamptz;
