-- A decision is never edited: a later one corrects it, or takes it back.
alter table decision add column corrects uuid references decision;

-- How a second officer saw what they did not sign: sealed under the person's key, kept with the proposal.
create table differing_view (
    decision uuid primary key references decision,
    instead  text not null,
    at       timestamptz not null,
    sealed   bytea not null
);

-- Whoever was refused for good may apply again.
drop index application_open_of_person;
create unique index application_open_of_person on application (person)
    where stage not in ('WITHDRAWN', 'LAPSED', 'REFUSAL_FINAL');
