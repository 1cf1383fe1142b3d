package com.sothebais.asset.internal;

import com.sothebais.asset.check.Limits;
import com.sothebais.asset.store.ClosedStore;
import com.sothebais.asset.store.FileStore;
import com.sothebais.asset.store.S3Address;
import com.sothebais.asset.store.S3Store;
import com.sothebais.asset.store.Store;
import com.sothebais.asset.token.Addresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration, checked. A wrong number is replaced by its default and named in {@code problems}; a wrong address of a store is
 * not, because contents would silently go elsewhere: then nothing is stored or shown until it is corrected.
 *
 * @param directory for files
 * @param problems sentences for log and health, without secrets
 */
record Settings(Path directory, Store store, Limits limits, long spaceLeftBytes, Tokens tokens, List<String> problems) {
    static final String PID = "com.sothebais.asset";

    private static final long MEGA = 1024 * 1024;
    private static final long MILLION = 1_000_000;

    private static final Pattern PLACE = Pattern.compile("(\\[[0-9a-f:]+]|[a-z0-9._-]+):[0-9]{1,5}");

    /**
     * Where the artwork of tokens may be.
     *
     * @param addresses with the gateways
     * @param privateHosts {@code host:port}, lower case
     */
    record Tokens(Addresses addresses, Set<String> privateHosts) {}

    static Settings of(AssetComponent.Config config, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        Limits limits = new Limits(
                MEGA * number(problems, new Range("upload.max.megabytes", 1, 2_000, 50), config.upload_max_megabytes()),
                MILLION * number(problems, new Range("pixels.max.millions", 1, 200, 50), config.pixels_max_millions()),
                number(problems, new Range("svg.nodes.max", 100, 200_000, 20_000), config.svg_nodes_max()));
        long spaceLeft = MEGA
                * number(
                        problems, new Range("space.left.megabytes", 10, 1_000_000, 500), config.space_left_megabytes());
        Path directory = Path.of(config.data_dir()).resolve("assets");
        Store store = store(problems, directory, config, environment);
        Tokens tokens = new Tokens(
                new Addresses(gateways(problems, listed(config.token_gateways()))),
                privateHosts(problems, listed(config.token_hosts_private())));
        return new Settings(directory, store, limits, spaceLeft, tokens, List.copyOf(problems));
    }

    /** The file may also have them on one line with commas between. */
    private static List<String> listed(String[] values) {
        return Stream.of(values)
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A gateway that cannot be used is left out, and the others stay. */
    private static List<String> gateways(List<String> problems, List<String> values) {
        List<String> gateways = new ArrayList<>();
        for (String value : values) {
            String wrong = Addresses.wrongGateway(value).orElse("");
            if (wrong.isEmpty() && gateways.size() == Addresses.GATEWAYS_MAX) {
                wrong = "is one more than " + Addresses.GATEWAYS_MAX;
            }
            if (wrong.isEmpty()) {
                gateways.add(value);
            } else {
                problems.add("etc/" + PID + ".cfg: token.gateways: " + value + " " + wrong + "; it is left out");
            }
        }
        return gateways;
    }

    private static Set<String> privateHosts(List<String> problems, List<String> values) {
        Set<String> hosts = new HashSet<>();
        for (String value : values) {
            String host = value.toLowerCase(Locale.ROOT);
            if (PLACE.matcher(host).matches()) {
                hosts.add(host);
            } else {
                problems.add("etc/" + PID + ".cfg: token.hosts.private: " + value
                        + " is not allowed; expected host:port such as 127.0.0.1:8080; it is left out");
            }
        }
        return hosts;
    }

    private static Store store(
            List<String> problems, Path directory, AssetComponent.Config config, Map<String, String> environment) {
        String store = config.store().strip();
        if (store.equals("files")) {
            return new FileStore(directory);
        }
        try {
            if (!store.equals("s3")) {
                throw new IllegalArgumentException("store = " + store + " is not allowed, expected files or s3");
            }
            return new S3Store(s3(config, environment), InstantSource.system());
        } catch (IllegalArgumentException e) {
            String problem = "etc/" + PID + ".cfg: " + e.getMessage() + "; no asset is stored or shown till then";
            problems.add(problem);
            return new ClosedStore(problem);
        }
    }

    private static S3Address s3(AssetComponent.Config config, Map<String, String> environment) {
        String[] keys = {
            secret(config.s3_access_key(), environment.get("SOTHEBAIS_S3_ACCESS_KEY")),
            secret(config.s3_secret_key(), environment.get("SOTHEBAIS_S3_SECRET_KEY"))
        };
        return S3Address.of(
                URI.create(config.s3_endpoint().strip()),
                config.s3_region().strip(),
                config.s3_bucket().strip(),
                config.s3_prefix().strip(),
                keys);
    }

    private static String secret(String configured, String fromEnvironment) {
        return configured.isBlank() && fromEnvironment != null ? fromEnvironment.strip() : configured.strip();
    }

    private record Range(String key, int least, int most, int fallback) {}

    private static int number(List<String> problems, Range range, int value) {
        if (value >= range.least() && value <= range.most()) {
            return value;
        }
        problems.add("etc/" + PID + ".cfg: " + range.key() + " = " + value + " is not allowed; expected "
                + range.least() + " to " + range.most() + "; " + range.fallback() + " is used instead");
        return range.fallback();
    }
}
