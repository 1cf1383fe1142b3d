package com.sothebais.simulation;

/** What is done behind closed doors: overrides of admins and private maxima of bidders. */
final class Chamber {
    private final World world;

    Chamber(World world) {
        this.world = world;
    }

    void override(Dice dice) {
        world.runUntil(world.time);
    }

    void maximum(Dice dice) {
        world.runUntil(world.time);
    }
}
