-- Where each chain of the journal ends. Locked for the last moment of every transaction that writes.
create table journal_chain (
    chain  smallint primary key check (chain between 0 and 15),
    length bigint not null,
    hash   bytea not null check (length(hash) = 32)
);
insert into journal_chain (chain, length, hash)
select chain, 0, decode(repeat('00', 32), 'hex') from generate_series(0, 15) as chain;

create table journal (
    chain        smallint not null references journal_chain (chain),
    position     bigint not null check (position > 0),
    id           uuid not null unique,
    at           timestamptz not null,
    deed         text not null,
    actor_kind   text not null,
    actor        uuid,
    role         text,
    unit         uuid,
    person       uuid,
    case_kind    text,
    case_id      uuid,
    purpose      text,
    visible_from timestamptz not null,
    commitment   bytea,
    hash         bytea not null,
    primary key (chain, position)
);
create index journal_of_person on journal (person, position desc) where person is not null;
create index journal_looks_at_person on journal (person, position desc) where purpose is not null;

-- Added to, never changed: not even by the server's own mistakes.
create function journal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is only ever added to';
end
$$;
create trigger journal_append_only before update or delete on journal
    for each row execute function journal_is_append_only();
create trigger journal_not_emptied before truncate on journal
    for each statement execute function journal_is_append_only();
