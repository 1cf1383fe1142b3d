package com.sothebais.auction.rules;

import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import java.time.Instant;

/**
 * Where a session stands. Immutable.
 *
 * @param since when it moved into the phase
 */
public record SessionState(SessionPlan plan, SessionPhase phase, Instant since) {}
