-- A code that a counter gave somebody for when all their ways in are lost: one a person, kept as a keyed code, and of the link
-- that ends it the hash.
create table recovery_code (
    person   uuid primary key references account (person) on delete cascade,
    code     bytea not null check (length(code) = 32),
    end_hash bytea not null unique check (length(end_hash) = 32),
    given_by uuid not null,
    centre   uuid not null,
    given    timestamptz not null
);
