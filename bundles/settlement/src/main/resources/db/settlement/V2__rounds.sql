-- A lot whose winner could not pay is settled again with the runner-up, under an id of its own.
alter table settlement_step rename column auction to settlement;
