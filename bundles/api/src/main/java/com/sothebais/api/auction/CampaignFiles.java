package com.sothebais.api.auction;

import java.util.List;
import java.util.Objects;
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

    /**
     * The file with what the tokens of its lots say: a lot with {@code tokenUri} gets the title, the artist, the story and the artwork
     * that it does not have, and loses {@code tokenUri}. Asks other hosts; a file is planned and published only after that, so that it
     * says the same every time. A call does a few lots; repeat it with what it gives till none is left.
     *
     * @param json a JSON object in UTF-8, as {@link #read} takes it; nothing but the lots with {@code tokenUri} is looked at
     * @param person name of the admin
     * @throws CampaignException when it cannot be read
     */
    Filled fill(byte[] json, String person);

    /**
     * @param json the file as it is now
     * @param filled lots that this call filled in
     * @param left lots that still have {@code tokenUri}
     * @param problems why lots that this call tried still have it, each after the place where it is
     */
    record Filled(String json, int filled, int left, List<String> problems) {
        public Filled {
            Objects.requireNonNull(json, "json");
            problems = List.copyOf(problems);
        }
    }
}
