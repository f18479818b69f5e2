-- Every case from the day its person was seen: in whose hands it is, and what queues ask for. A row without an officer
-- waits for anybody. What it copies from the application changes in the same transaction.
alter table casework
    alter column officer drop not null,
    alter column since drop not null,
    -- When its officer last did or opened anything.
    add column touched_at timestamptz,
    add column stage text not null default 'UNDER_REVIEW',
    add column open boolean not null default true,
    add column filed_at timestamptz,
    -- In which its person reads letters.
    add column language text not null default '',
    -- Who confirmed the identity, and where: never the one who decides.
    add column registrar uuid,
    add column unit uuid,
    -- Who gave it back last.
    add column released_by uuid;

update casework set stage = application.stage, filed_at = application.filed_at, touched_at = casework.since,
    open = application.stage not in ('APPROVED', 'WITHDRAWN', 'LAPSED', 'REFUSAL_FINAL')
from application where application.id = casework.application;
insert into casework (application, stage, filed_at)
select id, stage, filed_at from application
where stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW', 'MORE_ASKED', 'REFUSAL_ANNOUNCED', 'APPROVAL_PROPOSED')
on conflict do nothing;
update casework set language = account.language
from application join account on account.person = application.person
where application.id = casework.application and casework.open;
update casework set registrar = seen.officer, unit = officer.unit
from identity_check seen join officer on officer.id = seen.officer
where seen.application = casework.application and seen.confirmed and casework.open;

-- Of each, a page is read by one of these, however many cases there are or ever were.
create index casework_waiting on casework (filed_at, application)
    where officer is null and open and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW');
create index casework_waiting_by_language on casework (language, filed_at, application)
    where officer is null and open and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW');
create index casework_of_officer on casework (officer, filed_at, application) where open and officer is not null;
create index casework_in_stage on casework (stage, filed_at, application) where open;
create index casework_in_stage_by_language on casework (stage, language, filed_at, application) where open;
create index casework_untouched on casework (touched_at)
    where open and officer is not null and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW');

-- Officers who are away: others may take over what they hold.
create table officer_absence (
    officer     uuid primary key,
    until       date,
    declared_by uuid not null,
    declared_at timestamptz not null
);
