-- Parts of names and addresses are found without looking at everybody.
create index person_searched on person
  using gin (upper(first_name || ' ' || last_name || ' ' || address) extensions.gin_trgm_ops);
