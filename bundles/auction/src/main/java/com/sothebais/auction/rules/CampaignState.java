package com.sothebais.auction.rules;

import com.sothebais.api.auction.Campaign.Policy;
import com.sothebais.auction.calendar.Agenda;

/** What of a campaign is needed while it runs. */
public record CampaignState(Agenda agenda, Policy policy) {
    CampaignState with(Agenda other) {
        return new CampaignState(other, policy);
    }
}
