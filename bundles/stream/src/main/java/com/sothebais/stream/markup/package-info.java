/** A drawing as elements, whose attributes change by whatever animates them, and its text at an instant. */
package com.sothebais.stream.markup;
