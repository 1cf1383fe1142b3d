package com.sothebais.api.asset;

import com.sothebais.api.event.Decree;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The named assets that admins upload, with their versions and where they are used. The service exists only while there is a
 * database; what is stored can be shown without it, by {@link Assets}. Thread-safe. Every method may throw
 * {@link Assets.AssetException} when store or database do not answer.
 */
@ProviderType
public interface AssetLibrary {
    /** How long a deleted asset can be restored. */
    Duration UNDO = Duration.ofDays(7);

    /** Most assets of one page. */
    int PAGE_MAX = 200;

    /** Longest name, characters. */
    int NAME_MAX = 120;

    /** Content that was received and checked but belongs to nothing yet. Closing throws it away unless it was added. */
    interface Upload extends AutoCloseable {
        /** What it is. */
        Asset content();

        NamedAsset.Shape shape();

        @Override
        void close();
    }

    /**
     * Which assets.
     *
     * @param mediaType for example {@code image/png}
     * @param text part of the name, whatever its case
     * @param trashed whether the trash is asked for instead of the assets in use
     */
    record Filter(Optional<String> mediaType, Optional<String> text, boolean trashed) {}

    /**
     * One thing that was done with an asset.
     *
     * @param at UTC
     * @param person name of the admin, or {@code platform}
     * @param act {@code UPLOADED}, {@code TRASHED} or {@code RESTORED}
     * @param version that was uploaded; empty for the other acts
     * @param reason as the admin gave it, empty for an upload
     */
    record Deed(Instant at, String person, String act, OptionalLong version, String reason) {}

    /**
     * Reads content to its end, to the disk and never whole into memory, and checks it.
     *
     * @param content not closed
     * @throws AssetRefusedException when it is not taken
     * @throws AssetConflictException when there is no space, or too many uploads run
     */
    Upload receive(InputStream content);

    /**
     * Keeps an upload under a name: a new asset, or a new version of the asset that has the name. When the newest version has the same
     * content nothing changes, so a call may be repeated. Durable on return.
     *
     * @param name 1 to {@link #NAME_MAX} characters without slashes, control characters and spaces at its ends
     * @param person name of the admin
     * @throws AssetRefusedException when the name cannot be used
     */
    default NamedAsset add(Upload upload, String name, String person) {
        return add(upload, name, person, Optional.empty());
    }

    /** The same, with where the content was taken from; it is kept with the version that this call makes. */
    NamedAsset add(Upload upload, String name, String person, Optional<NamedAsset.Origin> origin);

    /**
     * A page in the order of numbers, newest first.
     *
     * @param before the number that the last page ended with; {@link Long#MAX_VALUE} for the first page
     * @param limit 1 to {@link #PAGE_MAX}
     */
    List<NamedAsset> list(Filter filter, long before, int limit);

    /** Also one in the trash. */
    Optional<NamedAsset> find(long number);

    /** Where any version of it is shown, at most 100 places. */
    List<AssetUse> uses(NamedAsset asset);

    /** What was done with it, newest first, at most 200 deeds. */
    List<Deed> deeds(long number);

    /**
     * Puts it into the trash. Its content stays where it is until {@link #UNDO} is over.
     *
     * @throws AssetConflictException when it is unknown, used or there already
     */
    NamedAsset trash(long number, Decree decree);

    /**
     * Takes it out of the trash.
     *
     * @throws AssetConflictException when it is unknown, not there, its time is over or its name was taken by another
     */
    NamedAsset restore(long number, Decree decree);

    /** Whether every asset with this content is in the trash, so that nothing new should show it. */
    boolean isTrashed(AssetId content);
}
