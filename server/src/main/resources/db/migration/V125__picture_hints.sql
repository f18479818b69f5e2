-- What may make a page hard to read: words of PictureHint with a space between, nothing about the person.
alter table document_page add column hints text not null default '';
