/** From a scene to encoded pictures: renderers under watch, the slate, colour conversion and the H.264 encoder. */
package com.sothebais.stream.video;
