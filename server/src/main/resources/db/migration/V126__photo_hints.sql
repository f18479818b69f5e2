-- What an officer may want to look at: words of PictureHint with a space between.
alter table photo add column hints text not null default '';
