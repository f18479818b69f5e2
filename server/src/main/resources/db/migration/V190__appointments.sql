-- A time at one counter, held for the people who come together: five minutes after five minutes. Each stands in a row
-- of its own, so that no two times at one counter overlap and none holds a counter that is not there, whatever the code
-- above does. The rows of a time that nobody comes to are taken away with it.
create table appointment (
    id        uuid primary key,
    centre    uuid not null references centre,
    starts_at timestamptz not null,
    minutes   int not null check (minutes between 5 and 720 and minutes % 5 = 0),
    place     int not null
);

create table counter_unit (
    centre      uuid not null,
    starts_at   timestamptz not null,
    place       int not null,
    capacity    int not null,
    appointment uuid not null references appointment on delete cascade,
    constraint one_party_a_counter primary key (centre, starts_at, place),
    foreign key (centre, starts_at, capacity) references slot (centre, starts_at, capacity) on update cascade,
    constraint counter_there check (place between 1 and capacity)
);
create index counter_unit_of_appointment on counter_unit (appointment);
create index counter_unit_of_slot on counter_unit (centre, starts_at, capacity);

-- A slot is five minutes of a centre from now on: `capacity` is how many are seen at once in them.
create function first_five(moment timestamptz) returns timestamptz immutable strict language sql as
    $$ select date_bin('5 minutes', moment, timestamptz '2000-01-01 00:00:00+00') $$;

create function hold_units() returns trigger language plpgsql as $$
declare
    wanted int;
    held int;
begin
    select count(*) into wanted from generate_series(
        first_five(new.starts_at), new.starts_at + make_interval(mins => new.minutes) - interval '1 second', interval '5 minutes');
    insert into counter_unit (centre, starts_at, place, capacity, appointment)
        select slot.centre, slot.starts_at, new.place, slot.capacity, new.id
        from generate_series(first_five(new.starts_at),
            new.starts_at + make_interval(mins => new.minutes) - interval '1 second', interval '5 minutes') five
        join slot on slot.centre = new.centre and slot.starts_at = five
        order by slot.starts_at;
    get diagnostics held = row_count;
    if held <> wanted then
        raise foreign_key_violation using message = 'an appointment without its slots';
    end if;
    return null;
end $$;
create trigger hold_units after insert on appointment for each row execute function hold_units();

-- Its length and place do not change: whoever moves takes another.
create function appointment_stays() returns trigger language plpgsql as $$
begin
    raise check_violation using message = 'an appointment is not changed but made anew';
end $$;
create trigger appointment_stays before update on appointment for each row execute function appointment_stays();

alter table booking add column appointment uuid;
alter table booking add column minutes int not null default 20;
alter table booking add column reminded smallint not null default 0;
create index booking_of_appointment on booking (appointment) where appointment is not null;
alter table booking add constraint booking_at_its_time
    foreign key (appointment) references appointment on delete set null not valid;
create index booking_to_remind on booking (starts_at) where state = 'BOOKED';

-- Several of one family stand on one place; two families cannot.
drop index booking_one_person_a_place;

-- Servers of the version before book without an appointment: they get one.
create function appoint() returns trigger language plpgsql as $$
begin
    if new.appointment is null and new.state in ('BOOKED', 'ARRIVED') then
        insert into slot (centre, starts_at, capacity)
            select new.centre, five, new.capacity
            from generate_series(first_five(new.starts_at),
                new.starts_at + make_interval(mins => new.minutes) - interval '1 second', interval '5 minutes') five
            on conflict do nothing;
        insert into appointment (id, centre, starts_at, minutes, place)
            values (new.id, new.centre, new.starts_at, new.minutes, new.place);
        new.appointment := new.id;
    elsif new.appointment is not null and not exists (
        select 1 from appointment where id = new.appointment and centre = new.centre
          and starts_at = new.starts_at and place = new.place) then
        raise foreign_key_violation using message = 'a booking stands at the very time that is held';
    end if;
    return new;
end $$;
create trigger appoint before insert on booking for each row execute function appoint();

-- Bookings that are to come get what new ones have.
insert into slot (centre, starts_at, capacity)
    select booking.centre, five, max(booking.capacity)
    from centre
    join booking on booking.centre = centre.id and booking.starts_at > now() - interval '1 day'
    cross join generate_series(first_five(booking.starts_at),
        booking.starts_at + interval '20 minutes' - interval '1 second', interval '5 minutes') five
    where booking.state in ('BOOKED', 'ARRIVED')
    group by booking.centre, five
    on conflict do nothing;
insert into appointment (id, centre, starts_at, minutes, place)
    select booking.id, booking.centre, booking.starts_at, 20, booking.place
    from centre
    join booking on booking.centre = centre.id and booking.starts_at > now() - interval '1 day'
    where booking.state in ('BOOKED', 'ARRIVED');
update booking set appointment = appointment.id from appointment where appointment.id = booking.id;

-- Who speaks for those who come together: moves all of them, and sees who comes along.
alter table booking add column lead boolean not null default true;
