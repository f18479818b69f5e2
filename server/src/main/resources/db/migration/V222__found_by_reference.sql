-- Rows that refer to others are found without reading a table whole when those change or go.
create index appointment_of_centre on appointment (centre);
drop index booking_of_appointment;
create index booking_of_appointment on booking (appointment);
create index centre_closure_of_centre on centre_closure (centre);
create index visit_request_of_centre on visit_request (centre);
create index offline_conflict_of_booking on offline_conflict (booking);
create index offline_conflict_of_application on offline_conflict (application);
