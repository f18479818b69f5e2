package org.kith.credential.status;

/// A status list as it is published: one content in two forms.
public final class SignedStatusList {
    private final String jwt;
    private final byte[] cwt;

    SignedStatusList(String jwt, byte[] cwt) {
        this.jwt = jwt;
        this.cwt = cwt;
    }

    /// Of [StatusListToken#MEDIA_TYPE].
    public String jwt() {
        return jwt;
    }

    /// Of [StatusListCwt#MEDIA_TYPE].
    public byte[] cwt() {
        return cwt.clone();
    }
}
