package com.sothebais.stream.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The character in this bundle, which is on air when there is no other: a porcelain auctioneer in velvet. There is one for all, read
 * when it is first asked for. Thread-safe.
 */
public final class BundledRig implements Rigs {
    private static final String FOLDER = "/rigs/default/";

    /** Read by the first that needs it: a tenth of a second and more in a JVM that has just started. */
    private static final class Read {
        private static final Rig RIG = new RigReader().read(new Resources());

        private Read() {}
    }

    /** The files of the bundle; they cannot be listed. */
    private static final class Resources implements RigFiles {
        @Override
        public boolean has(String name) {
            return BundledRig.class.getResource(FOLDER + name) != null;
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }

        @Override
        public byte[] read(String name) {
            return resource(FOLDER + name);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = BundledRig.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle is damaged: " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged: " + name + " cannot be read", e);
        }
    }

    static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    /** All of its files by name, to start a rig from. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(RigFiles.RIG, resource(FOLDER + RigFiles.RIG));
        current().files().forEach(name -> files.put(name, resource(FOLDER + name)));
        return files;
    }

    @Override
    public Rig current() {
        return Read.RIG;
    }

    @Override
    public Rig failed(Rig failing, RuntimeException why) {
        throw new IllegalStateException("the bundled character cannot be drawn", why);
    }
}
