/** Layouts as data: what a layout file may say, reading it, and what is wrong with it. Knows names of the show, not its state. */
package com.sothebais.stream.layout;
