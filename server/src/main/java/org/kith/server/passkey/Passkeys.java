package org.kith.server.passkey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.identity.PasskeyAssertion;
import org.kith.credential.identity.PasskeyKey;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.Brand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys of one kind of owner (WebAuthn level 3). Relying party and origin come from the base URL. **The
/// authenticator must
/// have verified its user: a stolen key without finger or code opens nothing.**
public final class Passkeys<O> {
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final String LABEL = "passkey";

    private final PasskeyRecords records;
    private final Owners<O> owners;
    private final WebAuthnRelyingPartyOperations operations;
    private final BaseUrl base;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    public Passkeys(PasskeyRecords records, Owners<O> owners, BaseUrl base, Brand brand) {
        this.records = records;
        this.owners = owners;
        this.base = base;
        var party = PublicKeyCredentialRpEntity.builder()
                .id(base.host())
                .name(brand.cardName().apply(brand.fallback()))
                .build();
        var webauthn = new Webauthn4JRelyingPartyOperations(owners, records, party, Set.of(base.origin()));
        webauthn.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        webauthn.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        this.operations = webauthn;
    }

    /// What the owner's browser needs to make a passkey.
    public PublicKeyCredentialCreationOptions newKey(O owner) {
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(
                                owners.id().apply(owner).toString(), null, Set.of())));
    }

    /// What any browser needs to show a passkey of ours.
    public PublicKeyCredentialRequestOptions challenge() {
        return operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /// What the owner's browser needs to sign: the challenge is the digest of what they sign, and only their own
    /// passkeys
    /// may answer it.
    public PublicKeyCredentialRequestOptions toSign(O owner, byte[] challenge) {
        var own = records.findByUserId(Owners.handle(owners.id().apply(owner))).stream()
                .map(record -> PublicKeyCredentialDescriptor.builder()
                        .type(PublicKeyCredentialType.PUBLIC_KEY)
                        .id(record.getCredentialId())
                        .transports(record.getTransports())
                        .build())
                .toList();
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(new Bytes(challenge))
                .rpId(base.host())
                .allowCredentials(own)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(Duration.ofMinutes(5))
                .build();
    }

    /// The signature, if a passkey of this very owner answered this very challenge here. Counts of signatures are not
    /// looked at: what was signed offline may come in after a later sign-in.
    public Optional<PasskeySignature> signed(O owner, byte[] challenge, String credential) {
        return credentialId(credential)
                .map(id -> records.findByCredentialId(new Bytes(id)))
                .filter(record -> record.getUserEntityUserId()
                        .equals(Owners.handle(owners.id().apply(owner))))
                .flatMap(record ->
                        signedWith(record.getPublicKey().getBytes(), record.getCreated(), challenge, credential));
    }

    /// The same with a passkey that is nobody's any more.
    public Optional<PasskeySignature> signedWith(byte[] key, Instant from, byte[] challenge, String credential) {
        return shown(credential).flatMap(shown -> {
            var response = shown.getResponse();
            var assertion = new PasskeyAssertion(
                    response.getAuthenticatorData().getBytes(),
                    response.getClientDataJSON().getBytes(),
                    response.getSignature().getBytes());
            var expected = new PasskeyAssertion.Expected(challenge, base.host(), base.origin());
            return isBy(assertion, key, expected)
                    ? Optional.of(new PasskeySignature(shown.getRawId().getBytes(), key, from, assertion))
                    : Optional.empty();
        });
    }

    /// Of which passkey this says that it is an answer.
    public Optional<byte[]> credentialId(String credential) {
        return shown(credential).map(shown -> shown.getRawId().getBytes());
    }

    private static boolean isBy(PasskeyAssertion assertion, byte[] key, PasskeyAssertion.Expected expected) {
        try {
            return assertion.isBy(PasskeyKey.read(key), expected);
        } catch (Malformed e) {
            return false;
        }
    }

    /// What comes from outside fails in more ways than the library declares: parts are missing, or not JSON.
    private Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> shown(String credential) {
        try {
            var shown = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var whole = shown != null && shown.getRawId() != null && isWhole(shown.getResponse());
            return whole ? Optional.of(shown) : Optional.empty();
        } catch (RuntimeException e) {
            log.info("a signature was not read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static boolean isWhole(@Nullable AuthenticatorAssertionResponse response) {
        return response != null
                && response.getAuthenticatorData() != null
                && response.getClientDataJSON() != null
                && response.getSignature() != null;
    }

    /// Whether these were made for that owner: a session cannot mix two up.
    public boolean madeFor(O owner, PublicKeyCredentialCreationOptions options) {
        return options.getUser().getId().equals(Owners.handle(owners.id().apply(owner)));
    }

    public String json(Object options) {
        return json.writeValueAsString(options);
    }

    /// Keeps the passkey that a browser made.
    ///
    /// @return its id, if it is one we accept
    public Optional<Bytes> register(PublicKeyCredentialCreationOptions options, String credential) {
        try {
            var made = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            var record = operations.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(made, LABEL)));
            return Optional.of(record.getCredentialId());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // What comes from outside fails in more ways than the library declares: parts are missing, or not JSON.
            log.info("a new passkey was not accepted: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// Whose passkey it is that answered the challenge.
    public Optional<O> recognise(PublicKeyCredentialRequestOptions challenge, String credential) {
        try {
            var shown = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var user = operations.authenticate(new RelyingPartyAuthenticationRequest(challenge, shown));
            return user == null ? Optional.empty() : Optional.of(owners.of().apply(Owners.idIn(user.getId())));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.info("a passkey was not recognised: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// Forgets every passkey of an owner.
    public void forgetAll(O owner) {
        records.deleteAll(owners.id().apply(owner));
    }
}
