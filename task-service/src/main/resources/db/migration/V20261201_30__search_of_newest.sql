-- Whoever came last stands in a list beside the index until that is full, and each search reads all of it. At the usual
-- 4 MB that takes ten times as long as the search itself, at the least there is (64 kB) no time.
alter index person_searched set (gin_pending_list_limit = 64);
