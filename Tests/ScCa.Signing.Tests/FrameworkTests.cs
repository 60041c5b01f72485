using System.Security.Cryptography;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Both ways against the framework's ECDsa on the SM2 curve, over a digest that already holds Z.</summary>
public sealed class FrameworkTests
{
    [Fact]
    public void Signatures_verify_both_ways()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the framework knows the SM2 curve through OpenSSL only");
        for (var done = 0; done < 200; done += 20)
        {
            using var key = Sm2PrivateKey.Generate();
            using var signer = new Sm2SigningKey(key);
            var verifier = new Sm2VerifyKey(key.PublicKey);
            using var ecdsa = ECDsa.Create();
            var pkcs8 = new byte[Sm2PrivateKey.Pkcs8SizeInBytes];
            key.ExportPkcs8(pkcs8);
            ecdsa.ImportPkcs8PrivateKey(pkcs8, out _);
            Assert.Equal(key.PublicKey.ExportSubjectPublicKeyInfo(), ecdsa.ExportSubjectPublicKeyInfo());
            using var again = Sm2PrivateKey.FromPkcs8(ecdsa.ExportPkcs8PrivateKey());
            Assert.Equal(key.PublicKey, again.PublicKey);
            for (var i = 0; i < 20; i++)
            {
                var digest = Some.Bytes(70, done + i, 32);
                foreach (var format in (DSASignatureFormat[])[DSASignatureFormat.Rfc3279DerSequence, DSASignatureFormat.IeeeP1363FixedFieldConcatenation])
                {
                    var ours = new byte[72];
                    var length = signer.SignDigest(digest, ours, format);
                    Assert.True(ecdsa.VerifyHash(digest, ours.AsSpan(0, length), format));
                    Assert.True(verifier.VerifyDigest(digest, ecdsa.SignHash(digest, format), format));
                }
            }
        }
    }
}
