/** The state of lots, sessions and money, how facts change it, and what a bid leads to. Pure: no clock, no input or output. */
package com.sothebais.auction.rules;
