-- What somebody asked for: to be given a time at a centre, by the day they filed. Whoever was moved out comes first.
create table visit_request (
    application uuid primary key references application on delete cascade,
    centre      uuid not null references centre,
    filed_on    date not null,
    -- Drawn once: who filed on one day stands in an order of chance, and asking again draws nothing anew.
    lot         bigint not null,
    first       boolean not null default false,
    state       text not null check (state in ('WAITING', 'OFFERED', 'OVER')),
    asked_at    timestamptz not null,
    not_before  timestamptz not null,
    passed      int not null default 0,
    -- Others of the family who come along.
    along       uuid[] not null default '{}'
);
create index visit_request_in_order on visit_request (centre, first desc, filed_on, lot) where state = 'WAITING';

-- Who can come at short notice.
create table standby (
    application uuid primary key references application on delete cascade,
    centre      uuid not null references centre,
    since       timestamptz not null,
    not_before  timestamptz not null
);
create index standby_of_centre on standby (centre);

-- A time held for one application until it says yes or no.
create table visit_offer (
    id          uuid primary key,
    application uuid not null references application on delete cascade,
    appointment uuid not null,
    centre      uuid not null references centre,
    starts_at   timestamptz not null,
    minutes     int not null,
    kind        text not null,
    cause       text not null check (cause in ('MOVED', 'QUEUE', 'STANDBY')),
    made_at     timestamptz not null,
    until       timestamptz not null,
    along       uuid[] not null default '{}',
    state       text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'OVER'))
);
create unique index visit_offer_one_an_application on visit_offer (application) where state = 'OPEN';
create index visit_offer_of_appointment on visit_offer (appointment) where state = 'OPEN';
create index visit_offer_ending on visit_offer (until) where state = 'OPEN';
create index visit_offer_of_application on visit_offer (application, made_at);
create index visit_offer_given on visit_offer (centre, made_at);

-- Since when times of a centre are given out by the day of filing.
create table centre_queue (
    centre uuid primary key references centre on delete cascade,
    since  timestamptz not null
);

-- A time nobody comes to, and nobody may still accept, is free.
create function free_time() returns trigger language plpgsql as $$
begin
    -- Of two who go at once the second sees that the first has gone.
    perform 1 from appointment where id = old.appointment for update;
    delete from appointment where id = old.appointment
        and not exists (select 1 from booking where booking.appointment = old.appointment and booking.state <> 'CANCELLED')
        and not exists (select 1 from visit_offer where visit_offer.appointment = old.appointment and visit_offer.state = 'OPEN');
    return null;
end $$;
create trigger free_time after update of state on booking for each row
    when (old.state <> 'CANCELLED' and new.state = 'CANCELLED' and old.appointment is not null) execute function free_time();
create trigger free_time after update of state on visit_offer for each row
    when (old.state = 'OPEN' and new.state <> 'OPEN') execute function free_time();
