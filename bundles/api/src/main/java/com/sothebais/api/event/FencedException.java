package com.sothebais.api.event;

/** Another owner was granted a newer epoch; this one must stop writing and give up what it owns. */
public final class FencedException extends EventLogException {
    private static final long serialVersionUID = 1L;

    public FencedException(Fence held, long current) {
        super(
                "fenced: " + held.resource() + " is owned by epoch " + current + ", this writer holds " + held.epoch(),
                null);
    }
}
