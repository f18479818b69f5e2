-- A person may read mail at several addresses; the first is the one that news goes to. What was sealed stays sealed:
-- the first address keeps the person's id for its own, which is the place it was sealed for.
create table account_address (
    id      uuid primary key,
    person  uuid not null references account (person) on delete cascade,
    code    bytea not null unique check (length(code) = 32),
    address bytea not null,
    added   timestamptz not null
);
create index account_address_of on account_address (person, added);
insert into account_address (id, person, code, address, added)
select person, person, email_code, email, opened from account;
alter table account drop column email_code, drop column email;
