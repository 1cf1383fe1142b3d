package com.sothebais.api.asset;

/**
 * What is known of stored content.
 *
 * @param mediaType by its content, not its name, for example {@code image/png}
 * @param sizeBytes length of the content
 */
public record Asset(AssetId id, String mediaType, long sizeBytes) {}
