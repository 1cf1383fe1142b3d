/**
 * Style sheets of drawings: the rules that reach an element (Selectors Level 3, CSS Cascading and Inheritance Level 4), and what they
 * animate (CSS Animations Level 1, CSS Transforms Level 1, CSS Easing Functions Level 1).
 */
package com.sothebais.stream.css;
