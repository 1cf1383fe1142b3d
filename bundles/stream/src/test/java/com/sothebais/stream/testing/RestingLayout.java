package com.sothebais.stream.testing;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.stream.layout.BundledLayout;
import com.sothebais.stream.layout.Layout;
import com.sothebais.stream.layout.LayoutReader;
import com.sothebais.stream.layout.Layouts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bundled layout without moves over artwork, which begin anew in each composer. */
public final class RestingLayout implements Layouts {
    private final Layout layout = new LayoutReader(asset -> false)
            .read(text().replace("\"motion\": \"slow\"", "\"motion\": \"still\""), Optional.empty());

    private static String text() {
        try (InputStream in = BundledLayout.class.getResourceAsStream("/layouts/default.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Layout current(Optional<CampaignId> campaign) {
        return layout;
    }

    @Override
    public Layout failed(Layout failing, RuntimeException why) {
        throw why;
    }
}
