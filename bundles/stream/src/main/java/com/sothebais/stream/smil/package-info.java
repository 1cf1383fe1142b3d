/** Animations of SVG as SMIL has them: what they make of attributes. */
package com.sothebais.stream.smil;
