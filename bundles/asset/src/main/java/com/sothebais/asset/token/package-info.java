/** Artwork from the metadata of tokens: addresses, what the metadata say, and the way into the library. */
package com.sothebais.asset.token;
