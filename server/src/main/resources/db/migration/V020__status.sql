-- Positions are counted by a sequence: nobody waits for it, a rolled back transaction wastes one, and how many are
-- taken makes no difference. Position n is in list n / 2^20 + 1, at a place that only our key knows.
create sequence status_position as bigint minvalue 0 start with 0;

create table status_list (
    id         int primary key check (id > 0),
    opened_at  timestamptz not null,
    issued_at  timestamptz,
    expires_at timestamptz,
    etag       text,
    token      text,
    constraint published_whole_or_not_at_all
        check (num_nulls(issued_at, expires_at, etag, token) in (0, 4))
);

-- Only what is not valid. 1 is revoked, for good; 2 is suspended (Token Status List, §7.1).
create table status_entry (
    list     int not null references status_list (id),
    position int not null,
    status   smallint not null check (status in (1, 2)),
    primary key (list, position)
);

-- What is yet to be published: written with the change itself, removed with its publication.
create table status_change (
    id   bigint generated always as identity primary key,
    list int not null
);
create index status_change_by_list on status_change (list);
