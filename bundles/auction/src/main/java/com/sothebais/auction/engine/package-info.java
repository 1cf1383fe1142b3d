/** The auctioneer: one writer that turns posts, commands and the clock into recorded facts, many a commit. */
package com.sothebais.auction.engine;
