/** The preview of the stream over a WebSocket: the pictures that are sent everywhere else, not encoded again. */
package com.sothebais.web.internal.preview;
