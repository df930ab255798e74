-- Effects that may still come by themselves or by hand. What waits for nothing was asked for and never begun: it was left out.
create view unfinished_effect as
  select person_id, effect from effect
   where state not in ('ADDED', 'SKIPPED') and not (state = 'WAITING' and due_at is null);
