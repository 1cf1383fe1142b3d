package com.sothebais.web.internal.guard;

/**
 * What a call that changes something answers.
 *
 * @param status of HTTP
 * @param body the envelope, UTF-8
 * @param replayed whether it is the remembered answer to an earlier call with the same idempotency key
 */
public record Answer(int status, byte[] body, boolean replayed) {}
