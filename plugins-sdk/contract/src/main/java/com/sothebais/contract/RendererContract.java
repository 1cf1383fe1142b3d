package com.sothebais.contract;

import com.sothebais.api.stream.Renderer;
import com.sothebais.contract.renderer.DamageContract;
import com.sothebais.contract.renderer.DrawingContract;
import com.sothebais.contract.renderer.LetteringContract;
import com.sothebais.contract.renderer.PictureContract;
import com.sothebais.contract.renderer.ReferenceContract;
import org.junit.jupiter.api.Nested;

/**
 * What the platform expects of every {@link Renderer}, above all that drawing the damage equals drawing everything, and that all
 * renderers show the same. The promises stand by subject in the package {@code renderer}.
 */
public abstract class RendererContract {

    /** The renderer under test; asked for at least once for each test. */
    protected abstract Renderer renderer();

    @Nested
    class Drawing extends DrawingContract {
        @Override
        protected Renderer renderer() {
            return RendererContract.this.renderer();
        }
    }

    @Nested
    class Lettering extends LetteringContract {
        @Override
        protected Renderer renderer() {
            return RendererContract.this.renderer();
        }
    }

    @Nested
    class Pictures extends PictureContract {
        @Override
        protected Renderer renderer() {
            return RendererContract.this.renderer();
        }
    }

    @Nested
    class Damage extends DamageContract {
        @Override
        protected Renderer renderer() {
            return RendererContract.this.renderer();
        }
    }

    @Nested
    class References extends ReferenceContract {
        @Override
        protected Renderer renderer() {
            return RendererContract.this.renderer();
        }
    }
}
