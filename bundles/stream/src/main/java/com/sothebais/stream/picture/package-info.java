/** Pictures of assets: read, scaled and cut to the place they are shown in. */
package com.sothebais.stream.picture;
