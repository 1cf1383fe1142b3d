package com.sothebais.api.event;

/**
 * A fact that happened. Implementations are records of the sealed families of each subject, such as
 * {@code AuctionEvent}; every reader folds a family exhaustively. Immutable.
 */
public interface Event {}
