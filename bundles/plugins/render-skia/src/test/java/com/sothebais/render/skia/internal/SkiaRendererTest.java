package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Renderer;
import com.sothebais.contract.RendererContract;

class SkiaRendererTest extends RendererContract {
    @Override
    protected Renderer renderer() {
        return Here.renderer();
    }
}
