-- When the next attempt at an effect is to be made, for those who ask whether it still comes by itself.

alter table effect add column due_at timestamptz;

-- Attempts that were scheduled before come within an hour, the longest of the delays.
update effect set due_at = updated_at + interval '1 hour' where state = 'RETRYING';
