/** Tables of posts with what they mean: reads them, judges every row as the platform would, and counts where the two disagree. */
package com.sothebais.auction.grammar.corpus;
