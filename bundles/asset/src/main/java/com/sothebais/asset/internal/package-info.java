/** Components and configuration. */
package com.sothebais.asset.internal;
