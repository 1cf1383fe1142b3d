package com.sothebais.stream.internal;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.stream.asset.AssetFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers the asset store in the platform's data directory. */
@Component(service = Assets.class, configurationPid = Settings.PID)
public final class AssetComponent implements Assets {
    private final AssetFiles files;

    @Activate
    public AssetComponent(StudioComponent.Config config) {
        this.files = new AssetFiles(new Settings.Files(Path.of(config.data_dir())).assets());
    }

    @Override
    public Asset store(byte[] content) {
        return files.store(content);
    }

    @Override
    public Optional<byte[]> content(AssetId id) {
        return files.content(id);
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return files.find(id);
    }
}
