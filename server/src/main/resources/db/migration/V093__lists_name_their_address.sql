-- Under which address a list was published. Until the first card is out the address may change, and a list that names
-- the old one is no list to whoever checks a card.
alter table status_list add column address text;
