package com.sothebais.asset.token;

import com.sothebais.api.asset.TokenArtwork.Progress;
import com.sothebais.api.asset.TokenArtwork.Step;
import com.sothebais.asset.fetch.Fetcher;
import java.time.Instant;
import java.util.OptionalLong;

/** A call that runs, as it tells others about itself. Written by one thread, read by any. */
final class Run implements Fetcher.Listener {
    private final String uri;
    private final String person;
    private final Instant since;
    private volatile Step step = Step.METADATA;
    private volatile String from = "";
    private volatile OptionalLong total = OptionalLong.empty();
    private volatile long bytes;

    Run(String uri, String person, Instant since) {
        this.uri = uri;
        this.person = person;
        this.since = since;
    }

    void step(Step next) {
        step = next;
        from = "";
        total = OptionalLong.empty();
        bytes = 0;
    }

    Instant since() {
        return since;
    }

    Progress progress() {
        return new Progress(uri, person, step, from, bytes, total, since);
    }

    @Override
    public void answered(String host, OptionalLong length) {
        from = host;
        total = length;
        bytes = 0;
    }

    @Override
    public void received(long count) {
        bytes = count;
    }
}
