package com.sothebais.web.internal.json;

import com.sothebais.api.asset.AssetLibrary.Deed;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.NamedAsset;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;

/** Assets as admins see them. */
public final class AssetsJson {
    private AssetsJson() {}

    /**
     * An asset in a list.
     *
     * @param versions how many it has
     * @param trashed {@code null} while it is not in the trash
     */
    public record AssetJson(long number, String name, AssetVersionJson newest, int versions, TrashedJson trashed) {
        public static AssetJson of(NamedAsset asset) {
            TrashedJson trashed = asset.trashed()
                    .map(it -> new TrashedJson(
                            it.at().toString(), it.by(), it.until().toString()))
                    .orElse(null);
            return new AssetJson(
                    asset.number(),
                    asset.name(),
                    AssetVersionJson.of(asset.newest()),
                    asset.versions().size(),
                    trashed);
        }
    }

    /** An asset with all its versions, newest first, where it is shown and what was done with it. */
    public record AssetDetailJson(
            AssetJson asset, List<AssetVersionJson> versions, List<AssetUseJson> uses, List<AssetDeedJson> deeds) {
        public static AssetDetailJson of(NamedAsset asset, List<AssetUse> uses, List<Deed> deeds) {
            return new AssetDetailJson(
                    AssetJson.of(asset),
                    asset.versions().stream().map(AssetVersionJson::of).toList(),
                    uses.stream().map(AssetUseJson::of).toList(),
                    deeds.stream().map(AssetDeedJson::of).toList());
        }
    }

    /** What it is; the content is at {@code url} for ever. The origin is {@code null} for an upload. */
    public record AssetVersionJson(
            int version,
            String id,
            MediaJson media,
            String uploaded,
            String uploadedBy,
            String url,
            OriginJson origin) {
        static AssetVersionJson of(NamedAsset.Version version) {
            String id = version.content().id().value();
            MediaJson media = new MediaJson(
                    version.content().mediaType(),
                    version.content().sizeBytes(),
                    number(version.shape().width()),
                    number(version.shape().height()));
            return new AssetVersionJson(
                    version.version(),
                    id,
                    media,
                    version.uploaded().toString(),
                    version.uploadedBy(),
                    "/api/assets/" + id,
                    version.origin().map(OriginJson::of).orElse(null));
        }
    }

    /** The token that it was taken from; the token's number is {@code null} when it was not given. */
    public record OriginJson(String tokenUri, String tokenId, String pictureUri) {
        static OriginJson of(NamedAsset.Origin origin) {
            return new OriginJson(
                    origin.tokenUri(),
                    origin.tokenId().map(BigInteger::toString).orElse(null),
                    origin.pictureUri());
        }
    }

    /** Width and height in pixels are {@code null} for an SVG that does not say. */
    public record MediaJson(String type, long bytes, Integer width, Integer height) {}

    /** Till when it can be restored. */
    public record TrashedJson(String at, String by, String until) {}

    /** A place where it is shown. */
    public record AssetUseJson(String kind, String place, String label) {
        public static AssetUseJson of(AssetUse use) {
            return new AssetUseJson(use.kind(), use.place(), use.label());
        }
    }

    /** Something that was done; the version is {@code null} but for an upload. */
    public record AssetDeedJson(String at, String person, String act, Long version, String reason) {
        static AssetDeedJson of(Deed deed) {
            Long version = deed.version().isPresent() ? deed.version().getAsLong() : null;
            return new AssetDeedJson(deed.at().toString(), deed.person(), deed.act(), version, deed.reason());
        }
    }

    private static Integer number(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
