package com.sothebais.stream.layout;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Example;
import com.sothebais.stream.document.Problem;
import com.sothebais.stream.document.Stamp;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The layout of the show from a folder: {@code <name>.json}, else the bundled one, and in {@code campaigns/<campaign>.json} what a
 * campaign changes of its style. What does not pass is refused and the layout before it stays on air. One thread {@link #look}s,
 * any other asks.
 */
public final class LayoutFolder implements Layouts {

    /** The name under which the bundled layout is on air when there is no file. */
    public static final String DEFAULT = BundledLayout.DEFAULT;

    /** Campaigns with a style of their own; more are not read. */
    static final int CAMPAIGNS_MAX = 100;

    /** Places of one asset that are told. */
    static final int USES_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(LayoutFolder.class);
    private static final String SUFFIX = ".json";

    /** A refused file is read again after so many looks, because the picture it names may have been stored since. */
    private static final int LOOKS_UNTIL_RETRY = 10;

    private final Path folder;
    private final String name;
    private final LayoutReader reader;
    private final BundledLayout bundled;
    private final boolean ofShow;
    private Map<Path, Stamp> seen = Map.of();
    private int looksUntilRead;
    private volatile Served served;

    /**
     * What is on air, swapped as one.
     *
     * @param own empty for the bundled layout, which is read when it is first shown
     * @param campaigns layouts of campaigns that change the style
     * @param trouble why the newest files are not on air
     */
    private record Served(Optional<Layout> own, Map<String, Layout> campaigns, Optional<String> trouble) {}

    /**
     * @param folder is made when it is missing
     * @param name which layout to show, without its suffix
     * @param stored whether a picture that a layout names is there
     */
    public LayoutFolder(Path folder, String name, Predicate<AssetId> stored) {
        this(folder, name, new LayoutReader(stored), true);
    }

    private LayoutFolder(Path folder, String name, LayoutReader reader, boolean ofShow) {
        this.folder = folder;
        this.name = name;
        this.reader = reader;
        this.ofShow = ofShow;
        this.bundled = new BundledLayout(ofShow ? DEFAULT : name);
        this.served = new Served(Optional.empty(), Map.of(), Optional.empty());
    }

    /** A layout besides the one of the show; campaigns change nothing of it, because its style has other names. */
    static LayoutFolder spare(Path folder, String name, Predicate<AssetId> stored) {
        return new LayoutFolder(folder, name, new LayoutReader(stored), false);
    }

    /** Puts what somebody who writes a layout starts from into the folder: the schema and the bundled layouts. */
    public void writeExamples() {
        try {
            Files.createDirectories(folder.resolve("campaigns"));
            Path examples = folder.resolve("examples");
            for (String each : BundledLayout.NAMES) {
                Example.write(examples.resolve(each + SUFFIX), BundledLayout.text(each));
            }
            Example.write(examples.resolve("layout.schema.json"), BundledLayout.resource(BundledLayout.SCHEMA));
        } catch (IOException e) {
            LOG.warn("the examples of layouts cannot be written to {}: {}", folder, e.toString());
        }
    }

    /** Reads the files again when any has changed. @return whether any had */
    public boolean look() {
        Map<Path, Stamp> stamps = stamps();
        boolean changed = !stamps.equals(seen);
        looksUntilRead = Math.max(0, looksUntilRead - 1);
        if (!changed && looksUntilRead > 0) {
            return false;
        }
        seen = stamps;
        boolean refused = reload(stamps);
        looksUntilRead = refused ? LOOKS_UNTIL_RETRY : Integer.MAX_VALUE;
        return changed;
    }

    @Override
    public Layout current(Optional<CampaignId> campaign) {
        Served now = served;
        return campaign.isEmpty() || now.campaigns().isEmpty()
                ? layout(now)
                : now.campaigns().getOrDefault(campaign.get().value(), layout(now));
    }

    private Layout layout(Served now) {
        return now.own().orElseGet(bundled::layout);
    }

    @Override
    public Layout failed(Layout layout, RuntimeException why) {
        LOG.error(
                "the layout '{}' passed its checks and cannot be composed; the bundled one is on air",
                layout.name(),
                why);
        served = new Served(
                Optional.empty(),
                Map.of(),
                Optional.of("The layout '" + layout.name() + "' cannot be composed (" + why
                        + "); the bundled one is on air. Change the file or remove it."));
        return bundled.layout();
    }

    /** Which file is refused and why; empty when all that is there is on air. */
    public Optional<String> trouble() {
        return served.trouble();
    }

    /**
     * Where a picture is shown: by the layouts on air, which may be older than the files, and by all files.
     *
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public List<AssetUse> uses(AssetId asset) {
        Served now = served;
        Set<AssetUse> uses = new LinkedHashSet<>();
        if (LayoutUses.shows(layout(now), asset)) {
            uses.add(LayoutUses.use(name));
        }
        now.campaigns().forEach((campaign, layout) -> {
            if (LayoutUses.shows(layout, asset)) {
                uses.add(LayoutUses.campaignUse(campaign));
            }
        });
        uses.addAll(new LayoutUses(folder).of(asset));
        return uses.stream().limit(USES_MAX).toList();
    }

    /** Reads the files. @return whether any is refused */
    private boolean reload(Map<Path, Stamp> stamps) {
        Served before = served;
        try {
            Optional<String> text = read(file(), stamps);
            Optional<Layout> own = text.map(content -> reader.read(content, Optional.empty()));
            Optional<String> missing = text.isPresent() || name.equals(DEFAULT) || !ofShow
                    ? Optional.empty()
                    : Optional.of(
                            "There is no " + file() + "; the bundled layout is on air. Write it, or change 'layout'.");
            served = themed(new Served(own, Map.of(), missing), text.orElseGet(bundled::content), stamps);
        } catch (DocumentException | AssetException | IOException e) {
            served = new Served(before.own(), before.campaigns(), Optional.of(refusal(file(), e)));
        }
        Optional<String> trouble = served.trouble();
        if (trouble.isPresent() && !trouble.equals(before.trouble())) {
            LOG.warn(trouble.get());
        } else if (trouble.isEmpty() && ofShow) {
            LOG.info("the layout '{}' is on air", layout(served).name());
        }
        return trouble.isPresent();
    }

    /** With the styles of the campaigns; one that is refused leaves its campaign in the layout of all. */
    private Served themed(Served base, String text, Map<Path, Stamp> stamps) {
        Map<String, Layout> campaigns = new HashMap<>();
        Optional<String> trouble = base.trouble();
        for (Path file : stamps.keySet()) {
            if (file.equals(file())) {
                continue;
            }
            try {
                Optional<String> theme = read(file, stamps);
                campaigns.put(campaign(file), reader.read(text, theme));
            } catch (DocumentException | AssetException | IOException e) {
                Layout before = served.campaigns().get(campaign(file));
                if (before != null) {
                    campaigns.put(campaign(file), before);
                }
                trouble = trouble.or(() -> Optional.of(refusal(file, e)));
            }
        }
        return new Served(base.own(), Map.copyOf(campaigns), trouble);
    }

    private static String campaign(Path file) {
        String named = file.getFileName().toString();
        return named.substring(0, named.length() - SUFFIX.length());
    }

    private static String refusal(Path file, Exception why) {
        String reason = why instanceof CharacterCodingException
                ? "it is not UTF-8; save it as UTF-8"
                : why instanceof DocumentException ? why.getMessage() : why.toString();
        return file + " is refused, the layout before it stays on air: " + reason;
    }

    private Path file() {
        return folder.resolve(name + SUFFIX);
    }

    private static Optional<String> read(Path file, Map<Path, Stamp> stamps) throws IOException {
        Stamp stamp = stamps.get(file);
        if (stamp == null) {
            return Optional.empty();
        }
        if (stamp.bytes() > LayoutReader.FILE_MAX_BYTES) {
            throw new DocumentException(List.of(new Problem(
                    "", "has " + stamp.bytes() + " bytes; at most " + LayoutReader.FILE_MAX_BYTES + " are read")));
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            // It went away after the look; the next look sees that.
            return Optional.empty();
        }
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        stamp(file()).ifPresent(stamp -> stamps.put(file(), stamp));
        if (!ofShow) {
            return stamps;
        }
        try (Stream<Path> files = Files.list(folder.resolve("campaigns"))) {
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .limit(CAMPAIGNS_MAX)
                    .forEach(file -> stamp(file).ifPresent(stamp -> stamps.put(file, stamp)));
        } catch (IOException e) {
            LOG.debug("no styles of campaigns: {}", e.toString());
        }
        return stamps;
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Stamp.of(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
