package com.sothebais.stream.film;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a thread has worked, so that a busy machine is not taken for a slow drawing. */
public final class Work {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Work() {}

    /** Processor time of this thread, nanoseconds; the time of the clock where a system does not count it. */
    public static long nanos() {
        long worked = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
        return worked >= 0 ? worked : System.nanoTime();
    }
}
