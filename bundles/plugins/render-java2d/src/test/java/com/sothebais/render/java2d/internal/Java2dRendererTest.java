package com.sothebais.render.java2d.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.health.Health.Status;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Size;
import com.sothebais.contract.RendererContract;
import com.sothebais.contract.renderer.PlainPictures;
import org.junit.jupiter.api.Test;

class Java2dRendererTest extends RendererContract {
    @Override
    protected Renderer renderer() {
        return new Java2dRenderer();
    }

    @Test
    void isWellAndNamesItsFontsOnceItHasDrawn() {
        Java2dRenderer renderer = new Java2dRenderer();
        assertThat(renderer.health().status()).isEqualTo(Status.WELL);

        renderer.open(Size.HD, new PlainPictures()).close();

        assertThat(renderer.health().status()).isEqualTo(Status.WELL);
        assertThat(renderer.health().message()).contains("Manrope", "Figures");
    }
}
