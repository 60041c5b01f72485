import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * Bouncy Castle for Java over a folder. Verifies "*.cms" (with its content), "*.p7s" (about the file "content") and "*.tsr" (answering the "*.tsq" of its name) against
 * the "*-root.crt" of the same first word, and says one line about each. Then signs "content" and stamps it with every "*.p8" that has a certificate beside it.
 */
public final class Harness {
    private static final String SM3 = "1.2.156.10197.1.401";

    private final Path folder;

    private Harness(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        new Harness(Path.of(arguments[0])).run();
    }

    private void run() throws Exception {
        for (String name : names()) {
            if (name.endsWith(".cms") || name.endsWith(".p7s") || name.endsWith(".tsr")) {
                System.out.println(name + ": " + judgement(name));
            } else if (name.endsWith(".p8")) {
                sign(name.substring(0, name.length() - 3));
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String judgement(String name) {
        try {
            return (name.endsWith(".tsr") ? isGoodTimestamp(name) : isGoodMessage(name)) ? "OK" : "does not verify";
        } catch (Exception e) {
            return e.toString();
        }
    }

    private boolean isGoodMessage(String name) throws Exception {
        CMSSignedData message = name.endsWith(".cms")
            ? new CMSSignedData(read(name))
            : new CMSSignedData(new CMSProcessableByteArray(read("content")), read(name));
        for (SignerInformation signer : message.getSignerInfos()) {
            X509CertificateHolder holder = (X509CertificateHolder) message.getCertificates().getMatches(signer.getSID()).iterator().next();
            X509Certificate certificate = parse(holder.getEncoded());
            certificate.verify(root(name).getPublicKey(), "BC");
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(certificate))) {
                return false;
            }
        }
        return message.getSignerInfos().size() > 0;
    }

    private boolean isGoodTimestamp(String name) throws Exception {
        TimeStampResponse response = new TimeStampResponse(read(name));
        response.validate(new TimeStampRequest(read(name.replace(".tsr", ".tsq"))));
        TimeStampToken token = response.getTimeStampToken();
        X509CertificateHolder holder = (X509CertificateHolder) token.getCertificates().getMatches(token.getSID()).iterator().next();
        X509Certificate certificate = parse(holder.getEncoded());
        certificate.verify(root(name).getPublicKey(), "BC");
        SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(certificate);
        token.validate(verifier);
        return true;
    }

    private void sign(String name) throws Exception {
        X509Certificate certificate = parse(read(name + ".crt"));
        PrivateKey key = KeyFactory.getInstance("EC", "BC").generatePrivate(new PKCS8EncodedKeySpec(read(name + ".p8")));
        JcaSimpleSignerInfoGeneratorBuilder builder = new JcaSimpleSignerInfoGeneratorBuilder().setProvider("BC");
        if (name.endsWith("-tsa")) {
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                builder.build("SM3WITHSM2", key, certificate),
                new JcaDigestCalculatorProviderBuilder().setProvider("BC").build().get(new AlgorithmIdentifier(new ASN1ObjectIdentifier(SM3))),
                new ASN1ObjectIdentifier("1.2.3"));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            TimeStampRequest request = new TimeStampRequest(read("theirs.tsq"));
            Date time = new Date(Long.parseLong(Files.readString(folder.resolve("time"))));
            write("theirs.tst", generator.generate(request, java.math.BigInteger.valueOf(77), time).getEncoded());
        } else {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(builder.build("SM3WITHSM2", key, certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            write("theirs.signed", generator.generate(new CMSProcessableByteArray(read("content")), true).getEncoded());
        }
    }

    private X509Certificate root(String name) throws Exception {
        return parse(read(name.split("-")[0] + "-root.crt"));
    }

    private static X509Certificate parse(byte[] encoded) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509", "BC").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }
}
