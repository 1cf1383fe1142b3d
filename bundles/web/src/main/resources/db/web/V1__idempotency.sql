-- Calls with an idempotency key and their answers. The id is a hash of person, method, path and key, so that long ones fit the
-- index; person, method and path stand here for people who look. A row without status belongs to a call that runs, or that died.
create table web_idempotency (
    id        char(64) primary key,
    person    text        not null,
    method    text        not null,
    path      text        not null,
    body_hash char(64)    not null,
    ticket    uuid        not null,
    started   timestamptz not null,
    status    integer,
    answer    bytea
);

create index web_idempotency_started on web_idempotency (started);
create unique index web_idempotency_ticket on web_idempotency (ticket);
