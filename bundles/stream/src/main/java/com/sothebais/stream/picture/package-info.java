/** Pictures of assets and vector drawings from outside: checked, scaled and cut to the place they are shown in. */
package com.sothebais.stream.picture;
