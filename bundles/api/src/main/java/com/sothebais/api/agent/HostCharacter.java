package com.sothebais.api.agent;

import java.util.Objects;

/**
 * Who the host is on air.
 *
 * @param name as shown beside captions
 * @param introduction one sentence
 */
public record HostCharacter(String name, String introduction) {
    public HostCharacter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(introduction, "introduction");
    }
}
