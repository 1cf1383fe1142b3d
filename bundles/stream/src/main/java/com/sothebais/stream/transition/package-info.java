/** How one picture becomes another: mixing of finished pixels, in whole numbers, whatever has drawn them. */
package com.sothebais.stream.transition;
