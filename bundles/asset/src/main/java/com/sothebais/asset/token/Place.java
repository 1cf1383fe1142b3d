package com.sothebais.asset.token;

import com.sothebais.asset.fetch.WebAddress;
import java.util.List;

/** Where something is. */
sealed interface Place {
    /** In the address itself. */
    record Inside(byte[] content) implements Place {}

    /** On the web. */
    record Web(WebAddress address) implements Place {}

    /** With any of these, asked in their order. */
    record Gateways(List<WebAddress> addresses) implements Place {}
}
