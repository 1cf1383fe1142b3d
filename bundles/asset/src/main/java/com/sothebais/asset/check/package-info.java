/** Decides by the content alone what a file is and whether it is taken. No decoding: headers and structure are read, pixels are not. */
package com.sothebais.asset.check;
