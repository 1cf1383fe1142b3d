/** How fast values go from one keyframe to the next, the same for all that moves. */
package com.sothebais.stream.easing;
