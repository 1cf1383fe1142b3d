-- The truth of the platform. Positions are handed out under one advisory lock that is held until commit, so that a position
-- never becomes visible after a higher one. The payload is text, not jsonb: jsonb refuses \u0000, and one post with such a
-- character must not stop an auction. Queries can cast: payload::json ->> 'auction'.
create table event_log (
    position    bigint primary key,
    stream      text not null,
    sequence    bigint not null,
    id          uuid not null,
    type        text not null,
    version     integer not null,
    source      text not null,
    at          timestamptz not null,
    correlation text not null,
    causation   uuid,
    payload     text not null,
    constraint event_log_stream_sequence unique (stream, sequence)
);

create function event_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the event log is append-only';
end
$$;

create trigger event_log_append_only before update or delete or truncate on event_log
    for each statement execute function event_log_is_append_only();

-- The newest owner of each resource; an append of an older one is refused in its own transaction.
create table event_fence (
    resource text primary key,
    epoch    bigint not null
);

-- Takes the writers' turn until the end of the transaction and tells where the log and the wanted streams stand, in one round
-- trip. Every statement of a volatile function sees what was committed before it began, so the second sees the facts of
-- whoever had the turn before.
create function event_log_places(turn bigint, wanted text[], fenced text)
    returns table (stream text, sequence bigint, "position" bigint, epoch bigint) language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(turn);
    return query
        select w.name,
               (select max(l.sequence) from event_log l where l.stream = w.name),
               (select max(l.position) from event_log l),
               (select f.epoch from event_fence f where f.resource = fenced)
        from unnest(wanted) w (name);
end
$$;

-- How far each reactor has come.
create table event_position (
    subscriber text primary key,
    position   bigint not null
);

-- Streams that a reactor could not go on with. Facts of the stream up to "taken" are done; "failing" is the one that fails.
create table event_parked (
    subscriber text not null,
    stream     text not null,
    taken      bigint not null,
    failing    bigint not null,
    attempts   integer not null,
    reason     text not null,
    retry_at   timestamptz not null,
    dead       boolean not null,
    since      timestamptz not null,
    primary key (subscriber, stream)
);
