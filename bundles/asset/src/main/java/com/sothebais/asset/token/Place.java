package com.sothebais.asset.token;

import com.sothebais.asset.fetch.WebAddress;
import java.util.List;
import java.util.Optional;

/** Where something is. */
sealed interface Place {
    /** In the address itself. */
    record Inside(byte[] content) implements Place {}

    /** On the web. */
    record Web(WebAddress address) implements Place {}

    /**
     * With any of these, asked in their order.
     *
     * @param sha256 of what they must send, in hexadecimal digits; empty when the content id does not say it
     */
    record Gateways(List<WebAddress> addresses, Optional<String> sha256) implements Place {}
}
