package com.sothebais.stream.video;

import com.sothebais.api.asset.Assets;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Pictures;
import com.sothebais.stream.picture.Prints;
import com.sothebais.stream.rig.HostParts;
import java.util.List;
import java.util.Optional;

/** Pictures of the assets and the bundled host. */
public final class DrawnPictures implements Pictures {
    private final Prints prints;
    private final HostParts host = new HostParts();

    public DrawnPictures(Assets assets) {
        this.prints = new Prints(assets);
    }

    @Override
    public Optional<Bitmap> picture(Content.Picture content, int width, int height) {
        return prints.bitmap(content, width, height);
    }

    @Override
    public List<Bitmap> figure(Content.Figure content, int width, int height) {
        return host.parts(content, width, height);
    }
}
