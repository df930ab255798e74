-- Erasing a person finds what is known of them in either table.
create index idempotency_key_person on idempotency_key (person_id);
create index parked_person on parked (person_id) where person_id is not null;
