package com.sothebais.stream.internal;

import com.sothebais.stream.clip.Recordings;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The one list of recordings, which the studio writes and the clips are cut by. */
@Component(service = RecordingList.class, configurationPid = Settings.PID)
public final class RecordingList {
    private final Recordings recordings;

    @Activate
    public RecordingList(StudioComponent.Config config) {
        recordings = new Recordings(new Settings.Files(Path.of(config.data_dir())).recordings());
    }

    Recordings recordings() {
        return recordings;
    }
}
