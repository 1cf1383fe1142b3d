/** Copies the log to Redis Streams for other nodes and outside consumers. */
package com.sothebais.event.internal.relay;
