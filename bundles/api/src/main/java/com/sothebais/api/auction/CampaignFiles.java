package com.sothebais.api.auction;

import org.osgi.annotation.versioning.ProviderType;

/** Reads campaigns as they are written for the REST interface, so that every door says the same of the same file. Thread-safe. */
@ProviderType
public interface CampaignFiles {
    /** Largest file, in bytes: a thousand lots with their stories. */
    int BYTES_MAX = 1024 * 1024;

    /**
     * The campaign of a file; the same file is the same campaign every time.
     *
     * @param json a JSON object in UTF-8, as {@code POST /api/campaigns} takes it; at most {@link #BYTES_MAX} bytes
     * @throws CampaignException with all mistakes, each after the place where it is, for example {@code lots[2].seller: ...}
     */
    Campaign read(byte[] json);
}
