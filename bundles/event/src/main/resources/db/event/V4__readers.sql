-- A payload that one subscriber gets instead of the one in the log, because an admin edited its dead letter.
create table event_edit (
    subscriber text not null,
    position   bigint not null,
    version    integer not null,
    payload    text not null,
    primary key (subscriber, position)
);

-- Up to where each consumer group of the copy in Redis has acknowledged, so that a group that Redis lost goes on from there.
create table event_group (
    stream   text not null,
    name     text not null,
    position bigint not null,
    primary key (stream, name)
);
