package com.sothebais.web.internal.parts;

import com.sothebais.api.health.HealthSource;
import java.util.List;
import java.util.Optional;

/** The other parts of the platform as the web sees them: any of them may be away at any time. Thread-safe. */
public interface Parts {

    /** The part that provides the service, empty while it is away. */
    <T> Optional<T> find(Class<T> service);

    /** Everyone who can say how a part is. */
    List<HealthSource> healthSources();
}
