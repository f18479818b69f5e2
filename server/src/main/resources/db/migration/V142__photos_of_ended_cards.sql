-- The photo behind a card that has ended goes as others do; its time begins now, so that everyone is told before.
insert into kept_until (application, kind, since, next_at)
select application, 'PHOTO', now(), now() from card where stage in ('REVOKED', 'EXPIRED', 'GIVEN_BACK')
on conflict do nothing;
