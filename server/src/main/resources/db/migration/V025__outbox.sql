-- Mail on its way. Holds ids only: a person, or the number of what the vault keeps for us.
create table outbox (
    id           uuid primary key,
    letter       text not null,
    person       uuid,
    content      uuid,
    language     text,
    state        text not null check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts     int not null default 0,
    next_attempt timestamptz not null,
    until        timestamptz not null,
    created      timestamptz not null,
    closed       timestamptz
);
create index outbox_due on outbox (next_attempt) where state = 'WAITING';
create index outbox_closed on outbox (closed) where closed is not null;
