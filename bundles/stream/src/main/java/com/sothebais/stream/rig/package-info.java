/** The host of the show, drawn with curves. Knows moods and mouths, and nothing of scenes. */
package com.sothebais.stream.rig;
