/** The shadow of a session: the same lots and rules in less time, under marked ids, and what is wrong with it. Pure. */
package com.sothebais.rehearsal.shadow;
