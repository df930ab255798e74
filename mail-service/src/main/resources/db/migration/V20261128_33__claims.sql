-- A claim is given back, and used up, by its name.
create index activation_claim on activation (claim) where claim is not null;
