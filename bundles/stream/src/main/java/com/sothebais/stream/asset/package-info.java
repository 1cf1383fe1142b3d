/** Artwork and other media in files named by the hash of their content. */
package com.sothebais.stream.asset;
