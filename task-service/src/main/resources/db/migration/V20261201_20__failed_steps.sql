-- Whose step only has to be tried again is counted for each look at the targets.
create index step_failed on step (system) where state = 'FAILED' and choices = '[]';
