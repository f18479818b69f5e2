-- What people typed into a form whose session had ended, sealed under a key that only their browser has.
create table held_form (
    id         uuid not null,
    -- The page that the form belongs to.
    place      text not null check (length(place) <= 200),
    sealed     bytea not null check (length(sealed) <= 70000),
    expires_at timestamptz not null,
    primary key (id, place)
);
create index held_form_by_expiry on held_form (expires_at);
