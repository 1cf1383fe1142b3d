/** What viewers hear: the host's voice over a quiet music bed, limited, measured and encoded. */
package com.sothebais.stream.sound;
