-- The keys of people lie apart from their data, and data backups leave this schema out: what is erased here
-- must not come back from a tape.
create schema keystore;

create table keystore.person_key (
    person      uuid primary key,
    country     char(3) not null,
    wrapped     bytea,
    enrolled_at timestamptz not null,
    erased_at   timestamptz,
    constraint erased_means_no_key check ((wrapped is null) = (erased_at is not null))
);

-- Sealed details that no other table has a place for. Without a person they are the house's.
create table vault_secret (
    id     uuid primary key,
    person uuid,
    sealed bytea not null
);
create index vault_secret_by_person on vault_secret (person) where person is not null;
