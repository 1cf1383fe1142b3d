/** Pictures that move: films and animations, decoded ahead of time on threads of their own. */
package com.sothebais.stream.film;
