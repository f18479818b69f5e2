package org.kith.opinions

import java.math.BigInteger
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.SecureRandom
import java.security.cert.X509Certificate
import java.security.interfaces.ECPrivateKey
import java.security.interfaces.ECPublicKey
import java.security.spec.ECGenParameterSpec
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.temporal.ChronoUnit
import java.util.Date
import kotlinx.io.bytestring.ByteString
import org.bouncycastle.asn1.ASN1ObjectIdentifier
import org.bouncycastle.asn1.x500.X500Name
import org.bouncycastle.asn1.x509.BasicConstraints
import org.bouncycastle.asn1.x509.ExtendedKeyUsage
import org.bouncycastle.asn1.x509.Extension
import org.bouncycastle.asn1.x509.GeneralName
import org.bouncycastle.asn1.x509.GeneralNames
import org.bouncycastle.asn1.x509.KeyPurposeId
import org.bouncycastle.asn1.x509.KeyUsage
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder
import org.kith.credential.signing.Es256
import org.kith.credential.signing.Jwk
import org.kith.credential.signing.Signer
import org.kith.credential.trust.IacaRoots
import org.multipaz.crypto.AsymmetricKey
import org.multipaz.crypto.EcCurve
import org.multipaz.crypto.EcPrivateKey
import org.multipaz.crypto.EcPublicKey
import org.multipaz.crypto.X509Cert
import org.multipaz.crypto.X509CertChain
import org.multipaz.crypto.toEcPrivateKey
import org.multipaz.crypto.toEcPublicKey

/** A state that does not exist: its root, and a signer of cards and lists under it (ISO/IEC 18013-5 Annex B). */
class SomeState {
    private val rootKey = SomeKey()
    val key = SomeKey()
    val root = certificate("CN=Utopia IACA,C=UT", rootKey, authority = true)
    val certificate = certificate("CN=Utopia DS 1,C=UT", key, authority = false)

    fun roots() = IacaRoots(listOf(root))

    /** The signer, as multipaz wants it. */
    fun theirs() = AsymmetricKey.X509CertifiedExplicit(X509CertChain(listOf(certificate.theirs())), key.theirs())

    private fun certificate(subject: String, of: SomeKey, authority: Boolean): X509Certificate {
        val years = Duration.ofDays(if (authority) 3650 else 365)
        val builder = JcaX509v3CertificateBuilder(
            X500Name("CN=Utopia IACA,C=UT"),
            BigInteger(159, SecureRandom()),
            Date.from(NOW.minus(Duration.ofDays(30))),
            Date.from(NOW.plus(years)),
            X500Name(subject),
            of.publicKey,
        )
        val identifiers = JcaX509ExtensionUtils()
        builder.addExtension(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(rootKey.publicKey))
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(of.publicKey))
        if (authority) {
            builder.addExtension(Extension.basicConstraints, true, BasicConstraints(0))
            builder.addExtension(Extension.keyUsage, true, KeyUsage(KeyUsage.keyCertSign or KeyUsage.cRLSign))
        } else {
            builder.addExtension(Extension.keyUsage, true, KeyUsage(KeyUsage.digitalSignature))
            val purpose = KeyPurposeId.getInstance(ASN1ObjectIdentifier(IacaRoots.DOCUMENT_SIGNER))
            builder.addExtension(Extension.extendedKeyUsage, true, ExtendedKeyUsage(purpose))
            val name = GeneralNames(GeneralName(GeneralName.uniformResourceIdentifier, ISSUER))
            builder.addExtension(Extension.subjectAlternativeName, false, name)
        }
        val signer = JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.privateKey)
        return JcaX509CertificateConverter().getCertificate(builder.build(signer))
    }

    companion object {
        const val ISSUER = "https://card.utopia.example"
        val CLOCK: Clock = Clock.systemUTC()
        val NOW: Instant = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS)
    }
}

/** A key as ours and as theirs. */
class SomeKey {
    private val pair: KeyPair = KeyPairGenerator.getInstance("EC").apply { initialize(ECGenParameterSpec("secp256r1")) }.generateKeyPair()
    val privateKey = pair.private as ECPrivateKey
    val publicKey = pair.public as ECPublicKey

    fun signer(): Signer = Es256.signer(privateKey, publicKey)

    fun jwk(): Jwk = Jwk.of(publicKey)

    fun theirs(): EcPrivateKey = privateKey.toEcPrivateKey(publicKey, EcCurve.P256)

    fun theirPublic(): EcPublicKey = publicKey.toEcPublicKey(EcCurve.P256)
}

fun X509Certificate.theirs() = X509Cert(ByteString(encoded))
