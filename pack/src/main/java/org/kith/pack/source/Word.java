package org.kith.pack.source;

/// A plain value of a pack file and the line on which its text begins.
public record Word(String text, Place place) {}
