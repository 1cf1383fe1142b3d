/** What the console shows, collected in one place. */
package com.sothebais.console.board;
