package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.SessionPlan;
import java.time.Instant;
import java.util.function.Consumer;

/** The demo show: works, rules and times of our own. */
record Demo(Platform platform, Script script) implements Production {
    @Override
    public String name() {
        return "demo show";
    }

    @Override
    public long seed() {
        return script.seed();
    }

    @Override
    public Ready prepare(Instant started, Consumer<String> say) throws InterruptedException {
        return new Preparation(platform, script, started, say).prepare();
    }

    @Override
    public SessionPlan publish(Ready ready, Instant start) {
        return platform.saleroom().campaigns().rehearse(ready.campaign(), start, script.tempo());
    }
}
