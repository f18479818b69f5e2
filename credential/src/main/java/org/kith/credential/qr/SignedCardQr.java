package org.kith.credential.qr;

/// A card ready to be drawn as a QR code.
///
/// @param text in the letters of a QR code's alphanumeric mode
/// @param size bytes of the signed CWT, before ZLIB and Base45
public record SignedCardQr(String text, int size) {}
