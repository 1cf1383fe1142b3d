package com.sothebais.api.auction;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import java.util.Objects;

/**
 * What is sold.
 *
 * @param number as bidders see it ("lot 7"), from 1, unique in its campaign
 * @param story what the host may tell of the work, a few sentences
 * @param artwork the picture
 * @param seller wallet that holds the token until it is sold and that is paid
 */
public record Lot(
        int number, String title, String artist, String story, AssetId artwork, TokenRef token, WalletAddress seller) {
    public Lot {
        if (number < 1) {
            throw new IllegalArgumentException("lot numbers start at 1, got " + number);
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(artist, "artist");
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(artwork, "artwork");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(seller, "seller");
    }
}
