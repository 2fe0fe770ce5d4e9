-- A build looks up, for each story, the corrections that its people asked for.
create index submissions_asked_corrections on submissions ((answers ->> 'story')) where form = 'xin-sua';
-- A sync counts the comments on each list up for comment.
create index submissions_comments on submissions ((answers ->> 'case')) where form = 'gop-y';
