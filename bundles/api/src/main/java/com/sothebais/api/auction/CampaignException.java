package com.sothebais.api.auction;

import java.util.List;

/** A campaign that cannot be published, with all reasons, one sentence each. */
public final class CampaignException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public CampaignException(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
