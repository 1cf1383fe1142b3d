/** Drawings that move: at each instant one is a drawing that stands still, which is checked and drawn like any other. */
package com.sothebais.stream.moving;
