package com.sothebais.stream.rig;

import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Example;
import com.sothebais.stream.document.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The character of the show from a folder of them: {@code <name>/rig.json} or {@code <name>.zip}, else the bundled one. What does not
 * pass is refused and the rig before it stays on air. One thread {@link #look}s, any other asks.
 */
public final class RigFolder implements Rigs {

    /** The name under which the bundled character is on air when there is no file. */
    public static final String DEFAULT = "default";

    private static final Logger LOG = LoggerFactory.getLogger(RigFolder.class);

    private final Path folder;
    private final String name;
    private final BundledRig bundled = new BundledRig();
    private Map<Path, Stamp> seen = Map.of();
    private boolean looked;
    private volatile Served served = new Served(Optional.empty(), Optional.empty());

    /**
     * What is on air and why the newest files are not, swapped as one.
     *
     * @param own empty for the bundled rig, which is read when it is first drawn
     */
    private record Served(Optional<Rig> own, Optional<String> trouble) {}

    /**
     * @param folder is made when it is missing
     * @param name which rig to show
     */
    public RigFolder(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Puts what somebody who draws a character starts from into the folder: the schema and the bundled rig. */
    public void writeExamples() {
        try {
            Path examples = folder.resolve("examples");
            Example.write(examples.resolve("rig.schema.json"), BundledRig.text(RigReader.SCHEMA));
            for (Map.Entry<String, byte[]> file : bundled.files().entrySet()) {
                Example.write(examples.resolve(DEFAULT).resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            LOG.warn("the examples of rigs cannot be written to {}: {}", folder, e.toString());
        }
    }

    /** Reads the rig again when any of its files has changed. @return whether any had */
    public boolean look() {
        Map<Path, Stamp> stamps = stamps();
        boolean changed = !looked || !stamps.equals(seen);
        if (changed) {
            looked = true;
            seen = stamps;
            reload(stamps);
        }
        return changed;
    }

    @Override
    public Rig current() {
        return served.own().orElseGet(bundled::current);
    }

    @Override
    public Rig failed(Rig rig, RuntimeException why) {
        if (rig == bundled.current()) {
            return bundled.failed(rig, why);
        }
        LOG.error("the rig '{}' passed its checks and cannot be drawn; the bundled one is on air", rig.name(), why);
        served = new Served(
                Optional.empty(),
                Optional.of("The rig '" + rig.name() + "' cannot be drawn (" + why.getMessage()
                        + "); the bundled one is on air. Change its files or remove them."));
        return bundled.current();
    }

    /** Why the rig that was asked for is not on air; empty when it is. */
    public Optional<String> trouble() {
        return served.trouble();
    }

    private void reload(Map<Path, Stamp> stamps) {
        Served before = served;
        try {
            served = stamps.isEmpty()
                    ? missing()
                    : new Served(Optional.of(new RigReader().readAndTry(files())), Optional.empty());
        } catch (DocumentException | IOException e) {
            String reason = e instanceof DocumentException ? e.getMessage() : e.toString();
            served = new Served(
                    before.own(),
                    Optional.of(source() + " is refused, the character before it stays on air: " + reason));
        }
        Optional<String> trouble = served.trouble();
        if (trouble.isPresent() && !trouble.equals(before.trouble())) {
            LOG.warn(trouble.get());
        } else if (trouble.isEmpty()) {
            LOG.info("the character '{}' is on air", current().name());
        }
    }

    private Served missing() {
        return new Served(
                Optional.empty(),
                name.equals(DEFAULT)
                        ? Optional.empty()
                        : Optional.of("There is no " + home().resolve(RigFiles.RIG) + " and no " + zip()
                                + "; the bundled character is on air. Write one, or change 'rig'."));
    }

    private RigFiles files() throws IOException {
        return source().equals(zip()) ? ZipFiles.of(zip()) : FolderFiles.of(home());
    }

    private Path source() {
        return Files.isDirectory(home()) ? home() : zip();
    }

    private Path home() {
        return folder.resolve(name);
    }

    private Path zip() {
        return folder.resolve(name + ".zip");
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try {
            if (Files.isDirectory(home())) {
                for (Path file : FolderFiles.list(home())) {
                    stamps.put(file, stamp(file));
                }
                stamps.put(home(), stamp(home()));
            } else if (Files.isRegularFile(zip())) {
                stamps.put(zip(), stamp(zip()));
            }
        } catch (IOException | UncheckedIOException e) {
            // What cannot be listed now is looked at again with the next look; a folder with too many files is refused
            // when read.
            LOG.debug("the rig cannot be listed: {}", e.toString());
            stamps.put(home(), Stamp.NONE);
        }
        return stamps;
    }

    private static Stamp stamp(Path file) throws IOException {
        return Stamp.of(file, LinkOption.NOFOLLOW_LINKS);
    }
}
