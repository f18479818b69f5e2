-- A centre with more counters changes the capacity of its times, and with it the visits of each: without this, all
-- visits ever made were read for every time that changed. The index of places leaves out the cancelled ones.
create index booking_of_slot on booking (centre, starts_at, capacity);
