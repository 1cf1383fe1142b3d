package com.sothebais.api.stream;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the platform draws for every renderer, so that it looks the same whichever one is on air: pictures of assets and the host.
 * Belongs to one canvas and is used by its thread alone; it never throws for what an asset contains.
 */
@ProviderType
public interface Pictures {
    /**
     * A picture in an area, decoded, scaled and with its corners cut round. The same content in an area of the same size gives the
     * same array of pixels while it is shown.
     *
     * @return empty while there is none to show; then the renderer draws a plain placeholder and asks again at the next drawing
     */
    Optional<Bitmap> picture(Content.Picture content, int width, int height);

    /** The parts of the host in an area, from back to front. */
    List<Bitmap> figure(Content.Figure content, int width, int height);
}
