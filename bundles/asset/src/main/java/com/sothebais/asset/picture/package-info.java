/** Makes small pictures and stills of originals, once, and keeps them in files. */
package com.sothebais.asset.picture;
