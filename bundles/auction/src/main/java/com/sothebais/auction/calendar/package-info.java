/** Turns a campaign into sessions with every instant fixed. Pure. */
package com.sothebais.auction.calendar;
