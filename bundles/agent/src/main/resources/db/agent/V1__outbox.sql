-- Everything the host wants to post, once, in the order of its urgency. A row stays until the network has it or refuses it finally,
-- and a while longer, so that a fact that is delivered again finds its answer already written.
create table agent_outbox (
    key         text primary key,
    network     text        not null,
    reply_to    text,
    body        text        not null,
    media       text,
    urgency     smallint    not null,
    correlation text        not null,
    causation   uuid        not null,
    state       text        not null default 'WAITING' check (state in ('WAITING', 'POSTED', 'REFUSED')),
    attempts    integer     not null default 0,
    due         timestamptz not null,
    created     timestamptz not null
);

create index agent_outbox_waiting on agent_outbox (urgency, created) where state = 'WAITING';
create index agent_outbox_finished on agent_outbox (created) where state <> 'WAITING';
