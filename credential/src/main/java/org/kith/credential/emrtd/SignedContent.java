package org.kith.credential.emrtd;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.kith.credential.encoding.Malformed;

/// Content in a CMS envelope with one signer (RFC 5652, profiled by ICAO 9303-10 §4.6.2.2 and 9303-12 §9).
final class SignedContent {
    private final byte[] content;
    private final SignerInformation signerInfo;
    private final X509Certificate signer;
    private final List<X509Certificate> certificates;

    private SignedContent(
            byte[] content, SignerInformation signerInfo, X509Certificate signer, List<X509Certificate> certificates) {
        this.content = content;
        this.signerInfo = signerInfo;
        this.signer = signer;
        this.certificates = List.copyOf(certificates);
    }

    /// @param type what the content must be
    static SignedContent read(byte[] der, ASN1ObjectIdentifier type, int longest) throws Malformed {
        var object = Asn1.object(der, longest);
        return Asn1.read("signed content", () -> {
            var cms = new CMSSignedData(ContentInfo.getInstance(object));
            if (!type.getId().equals(cms.getSignedContentTypeOID()) || cms.getSignedContent() == null)
                throw new Malformed("content of another kind");
            if (!(cms.getSignedContent().getContent() instanceof byte[] content))
                throw new Malformed("without content");
            var signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1) throw new Malformed("not signed by exactly one");

            var signerInfo = signers.iterator().next();
            if (signerInfo.getSignedAttributes() == null) throw new Malformed("without signed attributes");
            var all = new ArrayList<X509Certificate>();
            var named = new ArrayList<X509Certificate>();
            for (var each : cms.getCertificates().getMatches(null)) {
                var certificate = Certificates.of(each.getEncoded());
                all.add(certificate);
                if (signerInfo.getSID().match(each)) named.add(certificate);
            }
            if (named.size() != 1) throw new Malformed("without its signer's certificate");
            return new SignedContent(content, signerInfo, named.getFirst(), all);
        });
    }

    byte[] content() {
        return content.clone();
    }

    /// Who says to have signed it.
    X509Certificate signer() {
        return signer;
    }

    /// All that came along, the signer's too.
    List<X509Certificate> certificates() {
        return certificates;
    }

    /// Whether its signer's key signed this content: the digest in the signed attributes, and the signature over them.
    /// Whether the signer may, and when, is asked elsewhere.
    boolean isSigned() throws Malformed {
        if (!Certificates.isStrong(signer.getPublicKey())) throw new Malformed("with a key too weak or too large");
        try {
            var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Asn1.PROVIDER)
                    .build(signer.getPublicKey());
            return signerInfo.verify(verifier);
        } catch (CMSException | OperatorCreationException | RuntimeException _) {
            // Bouncy Castle throws where the digest differs, and where the algorithms do not fit the key.
            return false;
        }
    }
}
