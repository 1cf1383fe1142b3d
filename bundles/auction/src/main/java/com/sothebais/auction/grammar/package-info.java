/** Reads what a post means: a hand-written grammar without a model, linear in the length of the text, closed to anything doubtful. */
package com.sothebais.auction.grammar;
