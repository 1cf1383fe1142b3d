/** The live feed: the show folded from the log and sent to everyone who watches. */
package com.sothebais.web.internal.live;
