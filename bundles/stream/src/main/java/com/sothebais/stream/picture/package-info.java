/** Artwork and drawings from outside, checked and turned into pixels. */
package com.sothebais.stream.picture;
