package com.sothebais.api.health;

import org.osgi.annotation.versioning.ConsumerType;

/** A part that can say how it is; register it as a service. Answers at once (under 10 ms), from any thread, without I/O. */
@ConsumerType
public interface HealthSource {
    Health health();
}
