/** Kills the saleroom and its database in the middle of bids, and counts what is missing afterwards. */
package com.sothebais.benchmarks.kills;
