-- What this database is for. Demonstration and production never mix, and once a card is out, neither the state nor the
-- address that cards point to may change.
create table database_mark (
    only_row boolean primary key default true check (only_row),
    kind     text not null check (kind in ('DEMONSTRATION', 'PRODUCTION')),
    state    text not null,
    base_url text not null
);
