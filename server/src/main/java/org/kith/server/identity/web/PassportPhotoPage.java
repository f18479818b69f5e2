package org.kith.server.identity.web;

import org.jspecify.annotations.Nullable;

/// Choosing a photo of the passport page, to have its lines read.
///
/// @param question the address of the page where the lines may be typed instead
/// @param heic     whether HEIC photos are taken
/// @param error    the key of the sentence that says why the last photo could not be read
public record PassportPhotoPage(
        String action,
        String question,
        boolean heic,
        @Nullable String error) {}
