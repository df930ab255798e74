-- Of a key only its hash is kept, for it may name somebody; and it is kept when they are erased, so that a repeat of
-- the request that added them adds nobody.
alter table idempotency_key drop constraint idempotency_key_person_id_fkey;

update idempotency_key set key = encode(sha256(convert_to(key, 'UTF8')), 'hex');
