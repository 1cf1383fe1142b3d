package com.sothebais.asset.internal;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.Illustrator;
import com.sothebais.api.asset.Thumbnail;
import com.sothebais.asset.library.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the contents; needs no database, so that the stream shows artwork without one. */
@Component(
        service = {Assets.class, AssetComponent.class},
        configurationPid = Settings.PID)
@Designate(ocd = AssetComponent.Config.class)
public final class AssetComponent implements Assets {
    /** What can be set. */
    @ObjectClassDefinition(name = "SothebAIs assets")
    public @interface Config {
        @AttributeDefinition(description = "directory in which assets/ has the contents, and what is on its way")
        String data_dir() default "data";

        @AttributeDefinition(description = "files or s3")
        String store() default "files";

        @AttributeDefinition(description = "largest upload, megabytes, 1 to 2000")
        int upload_max_megabytes() default 50;

        @AttributeDefinition(description = "most pixels of a picture, millions, 1 to 200")
        int pixels_max_millions() default 50;

        @AttributeDefinition(description = "most elements of an SVG, 100 to 200000")
        int svg_nodes_max() default 20_000;

        @AttributeDefinition(description = "what stays free on the disk, megabytes, 10 to 1000000")
        int space_left_megabytes() default 500;

        @AttributeDefinition(description = "https://host or https://host:port of an S3 store")
        String s3_endpoint() default "";

        @AttributeDefinition(description = "region that requests are signed for")
        String s3_region() default "us-east-1";

        @AttributeDefinition(description = "bucket, which must exist")
        String s3_bucket() default "";

        @AttributeDefinition(description = "prefix of all keys, empty or with a slash at its end")
        String s3_prefix() default "";

        @AttributeDefinition(description = "access key; empty takes SOTHEBAIS_S3_ACCESS_KEY of the environment")
        String s3_access_key() default "";

        @AttributeDefinition(description = "secret key; empty takes SOTHEBAIS_S3_SECRET_KEY of the environment")
        String s3_secret_key() default "";

        @AttributeDefinition(
                description = "gateways for ipfs:// addresses in the order they are asked; none when empty")
        String[] token_gateways() default {
            "https://ipfs.io/ipfs/", "https://dweb.link/ipfs/", "https://gateway.pinata.cloud/ipfs/"
        };

        @AttributeDefinition(description = "hosts of private networks that tokens may lead to, as host:port")
        String[] token_hosts_private() default {};
    }

    private static final Logger LOG = LoggerFactory.getLogger(AssetComponent.class);

    private final Shelf shelf;
    private final Settings settings;

    /** Dynamic, because contents are stored and shown without anybody who decodes films. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Illustrator illustrator;

    @Activate
    public AssetComponent(Config config) {
        settings = Settings.of(config, System.getenv());
        settings.problems().forEach(LOG::error);
        shelf = new Shelf(settings.store(), settings.directory(), settings.limits(), settings.spaceLeftBytes());
        shelf.illustratedBy(() -> Optional.ofNullable(illustrator));
        try {
            shelf.clean();
        } catch (IOException e) {
            LOG.warn("files of uploads that ended half-way stay in {}: {}", settings.directory(), e.toString());
        }
        LOG.info("assets are in {}", settings.store().place());
    }

    /** For the library of this bundle. */
    Shelf shelf() {
        return shelf;
    }

    Settings settings() {
        return settings;
    }

    List<String> problems() {
        return settings.problems();
    }

    @Override
    public Asset store(byte[] content) {
        return shelf.store(content);
    }

    @Override
    public Optional<byte[]> content(AssetId id) {
        return shelf.content(id);
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return shelf.find(id);
    }

    @Override
    public Optional<InputStream> open(AssetId id, long from) {
        return shelf.open(id, from);
    }

    @Override
    public Optional<byte[]> still(AssetId id) {
        return shelf.still(id);
    }

    @Override
    public Optional<byte[]> thumbnail(AssetId id, Thumbnail size) {
        return shelf.thumbnail(id, size);
    }
}
