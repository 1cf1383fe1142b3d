package com.sothebais.social.sandbox.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with the posts behind a number, at once when there are some, else as soon as there are or after a while without. Holds no
 * thread while it waits; answers are written by the container's threads.
 */
final class LongPoll implements AutoCloseable {
    /** Most posts in one answer; the page starts with the newest. */
    static final int POSTS_MAX = 300;
    /** Most requests that wait; further ones are answered at once. */
    static final int WAITING_MAX = 200;

    private static final Duration WAIT_MAX = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(LongPoll.class);

    private final SandboxNetwork network;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final Runnable onNew = this::release;

    LongPoll(SandboxNetwork network) {
        this.network = network;
        network.timeline().onNew(onNew);
    }

    /** {@code after}: last number the page has; {@code wait}: seconds to wait for more, 0 to 20. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long after = number(request.getParameter("after"));
        long wait = Math.min(number(request.getParameter("wait")), WAIT_MAX.toSeconds());
        if (network.timeline().last() > after || wait == 0 || waiting.size() >= WAITING_MAX) {
            write(response, after);
            return;
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(Duration.ofSeconds(wait).toMillis());
        Waiting mine = new Waiting(context, response, after);
        context.addListener(mine);
        waiting.add(mine);
        if (network.timeline().last() > after) {
            // Posted between the first look and the entry into the list.
            mine.finish();
        }
    }

    @Override
    public void close() {
        network.timeline().forget(onNew);
        release();
    }

    private void release() {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting next = all.next();
            all.remove();
            next.finish();
        }
    }

    private void write(HttpServletResponse response, long after) throws IOException {
        PostJson.posts(
                response,
                network.timeline().after(after, POSTS_MAX),
                network.host(),
                network.timeline().last());
    }

    private static long number(String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** One request that waits; finished once, by a post or by time. */
    private final class Waiting implements AsyncListener {
        private final AsyncContext context;
        private final HttpServletResponse response;
        private final long after;
        private final AtomicBoolean finished = new AtomicBoolean();

        Waiting(AsyncContext context, HttpServletResponse response, long after) {
            this.context = context;
            this.response = response;
            this.after = after;
        }

        void finish() {
            if (finished.compareAndSet(false, true)) {
                context.start(this::send);
            }
        }

        private void send() {
            try {
                write(response, after);
            } catch (IOException e) {
                LOG.debug("a reader of the timeline has gone: {}", e.toString());
            } finally {
                context.complete();
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            waiting.remove(this);
            if (finished.compareAndSet(false, true)) {
                send();
            }
        }

        @Override
        public void onError(AsyncEvent event) {
            waiting.remove(this);
            finished.set(true);
        }

        @Override
        public void onComplete(AsyncEvent event) {
            waiting.remove(this);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The wait is never started a second time.
        }
    }
}
