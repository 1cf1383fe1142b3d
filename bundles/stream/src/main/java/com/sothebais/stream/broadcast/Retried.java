package com.sothebais.stream.broadcast;

import com.sothebais.api.stream.OutputStatus;

/**
 * How an output is after it was asked to try again.
 *
 * @param broughtForward whether an attempt was: the output waited for it
 */
public record Retried(OutputStatus status, boolean broughtForward) {}
