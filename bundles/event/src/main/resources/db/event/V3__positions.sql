-- Streams and correlations are names: compared byte by byte whatever language the database speaks, which is what makes their
-- indexes cheap to add to.
alter table event_log
    alter column stream type text collate "C",
    alter column correlation type text collate "C";

-- The lowest position of a fact that happened at the instant or later, one more than the last when there is none. Facts are
-- nearly in order of time, so halving finds the place; what is out of order by at most "disorder" positions is found from there.
-- No index on the instants: every fact would pay for a question that people ask now and then.
create function event_log_position_at(instant timestamptz, disorder bigint) returns bigint language plpgsql stable as $$
declare
    low   bigint := 1;
    last  bigint := (select coalesce(max(l.position), 0) from event_log l);
    high  bigint := last + 1;
    half  bigint;
    found timestamptz;
begin
    while low < high loop
        half := (low + high) / 2;
        select l.at into found from event_log l where l.position >= half order by l.position limit 1;
        if found >= instant then
            high := half;
        else
            low := half + 1;
        end if;
    end loop;
    return coalesce(
        (select min(l.position) from event_log l
            where l.position between low - disorder and low and l.at >= instant),
        last + 1);
end
$$;
