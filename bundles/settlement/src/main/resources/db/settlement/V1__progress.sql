-- How far each chain's movements are in the log. Written only in the transaction that appends them, so both are always true together.
create table settlement_cursor (
  chain     text   primary key,
  block     bigint not null,
  movements bigint not null check (movements > 0)
);

-- How far each settlement is in the log. Written only in the transaction that appends its step.
create table settlement_step (
  auction text primary key,
  step    text not null check (step in ('REQUESTED', 'CONFIRMED', 'REFUSED'))
);
