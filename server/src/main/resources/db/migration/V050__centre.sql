create table centre (
    id        uuid primary key,
    code      text not null unique check (code ~ '^[a-z0-9-]{1,40}$'),
    town      text not null,
    country   char(3) not null,
    address   text not null,
    -- How to find it: a lift, an entrance, what is or is not on the sign.
    finding   text not null,
    time_zone text not null,
    languages text[] not null,
    step_free boolean not null,
    counters  int not null check (counters between 0 and 500),
    -- Closed centres keep their past visits and take no new ones.
    open      boolean not null
);

-- By the clock on the centre's wall.
create table centre_opening (
    centre  uuid not null references centre on delete cascade,
    weekday int not null check (weekday between 1 and 7),
    opens   time not null,
    closes  time not null,
    check (opens < closes),
    primary key (centre, weekday, opens)
);

create table centre_holiday (
    centre uuid not null references centre on delete cascade,
    day    date not null,
    note   text not null,
    primary key (centre, day)
);

-- A time that somebody has booked at least once: it fixes how many people are seen then. Times nobody booked have no row.
create table slot (
    centre    uuid not null references centre,
    starts_at timestamptz not null,
    capacity  int not null check (capacity between 0 and 500),
    primary key (centre, starts_at),
    unique (centre, starts_at, capacity)
);

create table booking (
    id          uuid primary key,
    application uuid not null references application,
    centre      uuid not null,
    starts_at   timestamptz not null,
    capacity    int not null,
    place       int not null,
    state       text not null check (state in ('BOOKED', 'ARRIVED', 'SEEN', 'MISSED', 'CANCELLED')),
    booked_at   timestamptz not null,
    arrived_at  timestamptz,
    foreign key (centre, starts_at, capacity) references slot (centre, starts_at, capacity) on update cascade,
    -- With the next index: no more bookings hold a time than it has places, whatever the code above does.
    constraint place_within_capacity check (state = 'CANCELLED' or place between 1 and capacity)
);
create unique index booking_one_person_a_place on booking (centre, starts_at, place) where state <> 'CANCELLED';
create unique index booking_one_an_application on booking (application) where state in ('BOOKED', 'ARRIVED');
create index booking_of_application on booking (application, booked_at);
