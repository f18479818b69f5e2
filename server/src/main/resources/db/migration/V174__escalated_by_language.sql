-- What is near the end of its time, for those who look for one language.
create index casework_escalated_by_language on casework (language, filed_at, application)
    where open and escalated_at is not null
      and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW', 'APPROVAL_PROPOSED', 'REFUSAL_PROPOSED');
