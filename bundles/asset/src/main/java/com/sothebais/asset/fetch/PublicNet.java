package com.sothebais.asset.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses belong to the public internet. Of IPv6 only what is given out for it is taken (2000::/3), so that whatever stands for
 * an address of IPv4, as mapped and translated ones do, is refused without being listed.
 */
final class PublicNet {
    /** The special-purpose blocks of IPv4 (RFC 6890 and later), multicast, reserved ones, and one public address that is none. */
    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 3),
            // Where machines of one cloud ask about themselves.
            block("168.63.129.16", 32));

    private static final Block GLOBAL_V6 = block("2000::", 3);

    /** Inside of 2000::/3: protocol assignments with Teredo, documentation, and 6to4, which carries an address of IPv4. */
    private static final List<Block> NOT_PUBLIC_V6 =
            List.of(block("2001::", 23), block("2001:db8::", 32), block("2002::", 16), block("3fff::", 20));

    private PublicNet() {}

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return GLOBAL_V6.has(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.has(bytes));
        }
        return NOT_PUBLIC_V4.stream().noneMatch(block -> block.has(bytes));
    }

    private record Block(byte[] start, int bits) {
        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (start[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Block block(String start, int bits) {
        return new Block(Literal.address(start).orElseThrow().getAddress(), bits);
    }
}
