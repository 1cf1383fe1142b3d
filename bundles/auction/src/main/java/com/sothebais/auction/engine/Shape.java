package com.sothebais.auction.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How the values of one type are written and read. */
interface Shape {
    void write(DataOutputStream out, Object value) throws IOException;

    Object read(DataInputStream in) throws IOException;
}
