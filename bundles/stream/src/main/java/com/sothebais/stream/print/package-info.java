/** Pixels of pictures, and looking at a part of them. Pure. */
package com.sothebais.stream.print;
