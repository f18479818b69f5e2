package org.kith.pack.programme;

/// The two hues a pack may choose, for light and dark screens.
public record Colours(Palette light, Palette dark) {

    /// Colours as `#rrggbb`.
    ///
    /// @param action of buttons and links
    /// @param onAction of words on a button
    /// @param focus of the ring around what has the focus
    public record Palette(
            String hueA,
            String hueATint,
            String hueB,
            String hueBTint,
            String action,
            String actionHover,
            String onAction,
            String focus) {}
}
