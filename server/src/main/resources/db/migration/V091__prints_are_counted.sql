-- Only prints have a number their holder reads; a code on a screen needs none.
alter table card rename column copies to prints;
update card set prints = (select coalesce(max(label), 0) from card_copy where card = card.id and kind = 'PRINT');
