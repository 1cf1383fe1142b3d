package com.sothebais.stream.video;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Pictures;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.picture.Prints;
import com.sothebais.stream.rig.BundledRig;
import com.sothebais.stream.rig.RigPainter;
import com.sothebais.stream.rig.Rigs;
import java.util.List;
import java.util.Optional;

/** Pictures of the assets and the character of the show. */
public final class DrawnPictures implements Pictures {
    private final Prints prints;
    private final RigPainter host;

    /** With the bundled character. */
    public DrawnPictures(Gallery gallery) {
        this(gallery, new BundledRig());
    }

    public DrawnPictures(Gallery gallery, Rigs rigs) {
        this.prints = new Prints(gallery);
        this.host = new RigPainter(rigs);
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
