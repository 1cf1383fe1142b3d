/** The director's desk: sources, preview and program, and the rundown that follows from the log. */
package com.sothebais.stream.control;
