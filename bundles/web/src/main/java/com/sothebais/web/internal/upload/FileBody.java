package com.sothebais.web.internal.upload;

import java.io.InputStream;
import java.util.Optional;

/**
 * A file that is being sent.
 *
 * @param name as the sender calls it, nothing to be trusted
 * @param content read once, to its end or not
 */
public record FileBody(Optional<String> name, InputStream content) {}
