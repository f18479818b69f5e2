package org.kith.pack.programme;

/// What the face photo must show, where age makes a difference. All else is the software's one photo profile.
///
/// @param eyesOpenFrom the age in years from which the eyes must be open
/// @param mouthClosedFrom the age in years from which the mouth must be closed
public record PhotoRules(int eyesOpenFrom, int mouthClosedFrom) {
    public static final PhotoRules USUAL = new PhotoRules(1, 6);
}
