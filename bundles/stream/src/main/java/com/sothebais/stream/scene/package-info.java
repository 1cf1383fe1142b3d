/** What to show: the state of the show becomes scenes, and two scenes become the areas that differ. Pure, no clock, no I/O. */
package com.sothebais.stream.scene;
