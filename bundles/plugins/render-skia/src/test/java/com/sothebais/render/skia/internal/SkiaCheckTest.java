package com.sothebais.render.skia.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.health.Health.Status;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SkiaCheckTest {
    private final AtomicInteger offered = new AtomicInteger();

    @Test
    void offersTheRendererWhereSkiaLoads() {
        Here.renderer();

        SkiaCheck check = new SkiaCheck(new SkiaLibrary(), offered::incrementAndGet);

        assertThat(offered).hasValue(1);
        assertThat(check.health().status()).isEqualTo(Status.WELL);
    }

    @Test
    void offersNothingAndSaysWhatToInstallWhereALibraryIsMissing() {
        SkiaLibrary missing = new SkiaLibrary(() -> {
            throw new UnsatisfiedLinkError("libGL.so.1: cannot open shared object file: No such file or directory");
        });

        SkiaCheck check = new SkiaCheck(missing, offered::incrementAndGet);

        assertThat(offered).hasValue(0);
        assertThat(check.health().status()).isEqualTo(Status.DEGRADED);
        assertThat(check.health().message())
                .contains("libGL.so.1", "libgl1", "libegl1", "libfontconfig1", "glibc 2.35");
    }

    @Test
    void saysSoWhenItIsLoadedTwice() {
        SkiaLibrary twice = new SkiaLibrary(() -> {
            throw new UnsatisfiedLinkError("Native Library libskija.so already loaded in another classloader");
        });

        assertThat(new SkiaCheck(twice, offered::incrementAndGet).health().message())
                .contains("already loaded in another classloader", "restart");
    }
}
