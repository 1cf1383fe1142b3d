/** The host of the show as data: layers, and how they move. Knows moods and mouths, and nothing of scenes. */
package com.sothebais.stream.rig;
