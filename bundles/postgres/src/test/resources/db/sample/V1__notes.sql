create table sample_note (id bigint primary key, text text not null);
