/** Shell commands {@code sothebais:*}. */
package com.sothebais.console.commands;
