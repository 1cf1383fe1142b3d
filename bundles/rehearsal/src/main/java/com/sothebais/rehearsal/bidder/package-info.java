/** Simulated bidders: who they are and what they do when, without threads, clocks or services. */
package com.sothebais.rehearsal.bidder;
