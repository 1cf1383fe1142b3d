package com.sothebais.stream.scene;

import com.sothebais.api.asset.AssetId;

/** Which picture of an asset is shown. Answers at once, whatever it takes to have the picture. */
public interface Playing {
    /** Where nothing moves. */
    Playing NOTHING = new Playing() {
        @Override
        public long frame(AssetId asset, Place place, long millis) {
            return 0;
        }

        @Override
        public void prepare(AssetId asset, Place place) {
            // Nothing has to be there in time.
        }
    };

    /**
     * The number of the picture that is due; another one whenever the asset looks different, 0 while there is nothing to see of it.
     *
     * @param millis time of the stream
     */
    long frame(AssetId asset, Place place, long millis);

    /** It will be shown soon. */
    void prepare(AssetId asset, Place place);
}
