-- When to look at a case's time again, since when it is near its end, and since when its person knows that it is over.
alter table casework
    add column next_at timestamptz default now(),
    add column escalated_at timestamptz,
    add column late_at timestamptz;
create index casework_next on casework (next_at) where open;
create index casework_escalated on casework (filed_at, application)
    where open and escalated_at is not null
      and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW', 'APPROVAL_PROPOSED', 'REFUSAL_PROPOSED');
