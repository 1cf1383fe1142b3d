/** Encoded packets, and the one place where native libraries are loaded and their answers checked. */
package com.sothebais.stream.media;
