package org.kith.credential.qr;

import org.kith.credential.encoding.Cbor;

/// The fields of claim 169, with their numbers, their names in JSON and their types.
public enum Claim169Field {
    ID(1, "id", Kind.TEXT),
    VERSION(2, "version", Kind.TEXT),
    LANGUAGE(3, "language", Kind.TEXT),
    FULL_NAME(4, "fullName", Kind.TEXT),
    FIRST_NAME(5, "firstName", Kind.TEXT),
    MIDDLE_NAME(6, "middleName", Kind.TEXT),
    LAST_NAME(7, "lastName", Kind.TEXT),
    DATE_OF_BIRTH(8, "dateOfBirth", Kind.TEXT),
    GENDER(9, "gender", Kind.NUMBER),
    ADDRESS(10, "address", Kind.TEXT),
    EMAIL(11, "email", Kind.TEXT),
    PHONE(12, "phone", Kind.TEXT),
    NATIONALITY(13, "nationality", Kind.TEXT),
    MARITAL_STATUS(14, "maritalStatus", Kind.NUMBER),
    GUARDIAN(15, "guardian", Kind.TEXT),
    PHOTO(16, "photo", Kind.BYTES),
    PHOTO_FORMAT(17, "photoFormat", Kind.NUMBER),
    BEST_QUALITY_FINGERS(18, "bestQualityFingers", Kind.NUMBERS),
    SECONDARY_FULL_NAME(19, "secondaryFullName", Kind.TEXT),
    SECONDARY_LANGUAGE(20, "secondaryLanguage", Kind.TEXT),
    LOCATION_CODE(21, "locationCode", Kind.TEXT),
    LEGAL_STATUS(22, "legalStatus", Kind.TEXT),
    COUNTRY_OF_ISSUANCE(23, "countryOfIssuance", Kind.TEXT),
    RIGHT_THUMB(50, "rightThumb", Kind.BIOMETRICS),
    RIGHT_POINTER_FINGER(51, "rightPointerFinger", Kind.BIOMETRICS),
    RIGHT_MIDDLE_FINGER(52, "rightMiddleFinger", Kind.BIOMETRICS),
    RIGHT_RING_FINGER(53, "rightRingFinger", Kind.BIOMETRICS),
    RIGHT_LITTLE_FINGER(54, "rightLittleFinger", Kind.BIOMETRICS),
    LEFT_THUMB(55, "leftThumb", Kind.BIOMETRICS),
    LEFT_POINTER_FINGER(56, "leftPointerFinger", Kind.BIOMETRICS),
    LEFT_MIDDLE_FINGER(57, "leftMiddleFinger", Kind.BIOMETRICS),
    LEFT_RING_FINGER(58, "leftRingFinger", Kind.BIOMETRICS),
    LEFT_LITTLE_FINGER(59, "leftLittleFinger", Kind.BIOMETRICS),
    RIGHT_IRIS(60, "rightIris", Kind.BIOMETRICS),
    LEFT_IRIS(61, "leftIris", Kind.BIOMETRICS),
    FACE(62, "face", Kind.BIOMETRICS),
    RIGHT_PALM(63, "rightPalm", Kind.BIOMETRICS),
    LEFT_PALM(64, "leftPalm", Kind.BIOMETRICS),
    VOICE(65, "voice", Kind.BIOMETRICS);

    private enum Kind {
        TEXT,
        NUMBER,
        NUMBERS,
        BYTES,
        BIOMETRICS
    }

    private final int key;
    private final String jsonName;
    private final Kind kind;

    Claim169Field(int key, String jsonName, Kind kind) {
        this.key = key;
        this.jsonName = jsonName;
        this.kind = kind;
    }

    public int key() {
        return key;
    }

    public String jsonName() {
        return jsonName;
    }

    boolean takes(Cbor value) {
        return switch (kind) {
            case TEXT -> value instanceof Cbor.Text;
            case NUMBER -> value instanceof Cbor.Int;
            case BYTES -> value instanceof Cbor.Bytes;
            case NUMBERS ->
                value instanceof Cbor.Array(var items) && items.stream().allMatch(Cbor.Int.class::isInstance);
            case BIOMETRICS ->
                value instanceof Cbor.Array(var items) && items.stream().allMatch(Cbor.Map.class::isInstance);
        };
    }
}
