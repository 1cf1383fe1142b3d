/** The show on air: one clock that composes, mixes, encodes and sends, frame by frame. */
package com.sothebais.stream.broadcast;
