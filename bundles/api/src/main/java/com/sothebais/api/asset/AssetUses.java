package com.sothebais.api.asset;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says where assets are shown. Every part that keeps references to assets registers one as a service, so that none is deleted that
 * is needed; the lots of campaigns are known to the library already. Thread-safe; answers within a second.
 */
@ConsumerType
public interface AssetUses {
    /** Where the content is shown, at most 100 places. An exception counts as "in use". */
    List<AssetUse> of(AssetId id);
}
