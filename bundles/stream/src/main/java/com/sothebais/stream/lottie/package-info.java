/** Plays the part of Lottie (JSON of vector animations) that characters are drawn with: shapes, groups, transforms, keyframes. */
package com.sothebais.stream.lottie;
