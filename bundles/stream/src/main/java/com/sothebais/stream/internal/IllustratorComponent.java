package com.sothebais.stream.internal;

import com.sothebais.api.asset.Illustrator;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.picture.FirstLook;
import com.sothebais.stream.picture.SvgRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lends the decoders of the stream to the asset store. Needs no other service, so that the store may ask at any time. */
@Component(configurationPid = Settings.PID)
public final class IllustratorComponent implements Illustrator {
    private static final Logger LOG = LoggerFactory.getLogger(IllustratorComponent.class);

    private final Path libraries;

    @Activate
    public IllustratorComponent(StudioComponent.Config config) {
        libraries = new Settings.Files(Path.of(config.data_dir())).libraries();
    }

    /** In one call at a time: nobody waits for a small picture, and two would take twice the memory. */
    @Override
    public synchronized Optional<byte[]> png(Path file, String mediaType, int edgePixels) {
        try {
            NativeMedia.load(libraries);
            return FirstLook.png(file, mediaType, edgePixels);
        } catch (MediaException | SvgRefused | IOException e) {
            LOG.info("no small picture of {}: {}", mediaType, e.getMessage());
            return Optional.empty();
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // Whatever content leads a library into, the answer is that there is no picture.
            LOG.warn("no small picture of {}: {}", mediaType, e.toString());
            return Optional.empty();
        }
    }
}
