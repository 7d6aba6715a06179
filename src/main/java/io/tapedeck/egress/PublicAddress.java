package io.tapedeck.egress;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public Internet from all others, after IANA's registries of special-purpose addresses. */
public final class PublicAddress {
    private static final List<Block> NOT_PUBLIC = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's host, reachable from its virtual machines only
            "169.254.0.0/16", // link-local, metadata of cloud machines
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocol assignments: Teredo, ORCHID, benchmarks
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation

    /** All of IPv6 that is in public use; private, link-local, mapped and multicast addresses lie outside of it. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    /** IPv4 as seen from networks that speak only IPv6; it is as public as the address that it ends with. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private PublicAddress() {}

    /** Whether an address belongs to the public Internet. What is doubtful does not. */
    public static boolean isPublic(InetAddress address) {
        var octets = address.getAddress();
        if (NAT64.holds(octets)) {
            return isOutsideOfBlocks(Arrays.copyOfRange(octets, 12, 16));
        }
        return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(octets)) && isOutsideOfBlocks(octets);
    }

    private static boolean isOutsideOfBlocks(byte[] octets) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(octets));
    }

    private static List<Block> blocks(String... blocks) {
        return Stream.of(blocks).map(Block::of).toList();
    }

    /** All addresses that begin with the same bits. */
    private record Block(byte[] prefix, int bits) {
        static Block of(String block) {
            var parts = block.split("/");
            return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] octets) {
            return octets.length == prefix.length
                    && new BigInteger(1, octets)
                                    .xor(new BigInteger(1, prefix))
                                    .shiftRight(octets.length * 8 - bits)
                                    .signum()
                            == 0;
        }
    }
}
