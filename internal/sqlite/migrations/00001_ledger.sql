-- +goose Up

-- Every ledger carries this number, "RDOT" in ASCII, in its file's header, so
-- that no other program's database is ever taken for one.
pragma application_id = 1380208468;

-- Days are YYYY-MM-DD, or empty where unknown.

create table article (
	id        text primary key,
	title     text not null,
	publisher text not null,
	url       text not null,
	published text not null, -- as precise as the input states it
	day       text not null, -- the first day of it
	record    text not null  -- the record's JSON, byte for byte
) strict;

create index article_by_day on article (day, id);

create table entry (
	number   integer primary key,
	article  text not null references article on delete cascade,
	position integer not null, -- among the entries of the article, from 0
	kind     text not null,
	id       text not null,
	date     text not null, -- the entry's own, as precise as the text allows
	first    text not null, -- the days of date, or else of the article's publication
	last     text not null,
	status   text not null,
	issue    text not null,
	start    integer not null, -- the main evidence, in code points of the article's text
	"end"    integer not null,
	exact    text not null,
	json     text not null,
	unique (article, position)
) strict;

create index entry_by_kind on entry (kind, first, article, position);
create index entry_by_id on entry (id);

create table entry_actor (
	entry    integer not null references entry on delete cascade,
	position integer not null, -- among the actors of the entry, from 0
	role     text not null,
	actor    text not null collate nocase,
	name     text not null,
	folded   text not null, -- the name in lower case
	country  text not null collate nocase,
	primary key (entry, position)
) strict, without rowid;

create index entry_actor_by_actor on entry_actor (actor, entry);
create index entry_actor_by_name on entry_actor (folded, entry);
create index entry_actor_by_country on entry_actor (country, entry);

create table passage (
	number    integer primary key,
	article   text not null references article on delete cascade,
	place     integer not null, -- of the paragraph in the article, from 0
	kind      text not null,
	paragraph integer not null,
	statement text not null, -- empty for a title or paragraph
	speaker   text not null,
	text      text not null
) strict;

create index passage_by_article on passage (article);

create virtual table passage_words using fts5 (
	text, speaker,
	content = 'passage', content_rowid = 'number',
	tokenize = 'unicode61 remove_diacritics 2'
);

-- +goose StatementBegin
create trigger passage_added after insert on passage begin
	insert into passage_words (rowid, text, speaker) values (new.number, new.text, new.speaker);
end;
-- +goose StatementEnd

-- +goose StatementBegin
create trigger passage_removed after delete on passage begin
	insert into passage_words (passage_words, rowid, text, speaker) values ('delete', old.number, old.text, old.speaker);
end;
-- +goose StatementEnd
