/** Scenes into pixels with nothing but the JDK: sprites drawn once by Java2D, composed as integers. */
package com.sothebais.render.java2d.internal;
