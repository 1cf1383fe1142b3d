package com.sothebais.console;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.CampaignFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that says {@code good} is the campaign; one of plus signs has as many lots to fill in, each call does one. */
record SampleFiles(Campaign campaign) implements CampaignFiles {
    @Override
    public Campaign read(byte[] json) {
        if (json.length > BYTES_MAX) {
            throw new CampaignException(List.of("The body is too large."));
        }
        if (!text(json).equals("good")) {
            throw new CampaignException(List.of("name: 'name' is missing.", "lots[0].seller: 'seller' is missing."));
        }
        return campaign;
    }

    @Override
    public Filled fill(byte[] json, String person) {
        String text = text(json);
        if (text.equals("bad")) {
            throw new CampaignException(List.of("The body is not valid JSON; correct it."));
        }
        if (text.endsWith("-")) {
            return new Filled(text, 0, 1, List.of("lots[0].tokenUri: nobody is there."));
        }
        int left = text.length() - 1;
        return new Filled(left == 0 ? "good" : text.substring(1), 1, left, List.of());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
