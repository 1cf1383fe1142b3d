/** Small things the platform draws itself: bubbles, and patterns in motion. The same everywhere and at every run. Pure. */
package com.sothebais.stream.motif;
