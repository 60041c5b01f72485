using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.RevocationLists;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.RevocationLists;

public sealed class RevocationListTests
{
    [Fact]
    public void A_list_that_others_made_is_read_and_verifies_with_its_issuers_key()
    {
        var list = RevocationList.From(Fixtures.File("sub.crl"));
        var issuer = PkiCertificate.From(Fixtures.File("sub.crt"));

        Assert.True(list.IsSignedBy(issuer.PublicKey));
        Assert.False(list.IsSignedBy(PkiCertificate.From(Fixtures.File("root.crt")).PublicKey));
        Assert.Equal(issuer.Subject, list.Issuer);
        Assert.Equal((2, 1, 1), (list.Version, list.Count, (int)list.Number!));
        Assert.True(list.IsCurrentAt(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.False(list.IsCurrentAt(new(2033, 1, 1, 0, 0, 1, TimeSpan.Zero)));
        Assert.False(list.IsCurrentAt(new(2024, 12, 31, 23, 59, 59, TimeSpan.Zero)));
        Assert.False(list.IsDelta || list.HasUnknownCriticalExtension);
        Assert.Null(list.Scope);
        Assert.True(list.Extensions.AuthorityKeyIdentifier!.KeyIdentifier.Span.SequenceEqual(issuer.Extensions.SubjectKeyIdentifier.Span));
    }

    [Fact]
    public void The_revoked_certificate_is_found_and_the_others_are_not()
    {
        var list = RevocationList.From(Fixtures.File("sub.crl"));

        var entry = list.Find(PkiCertificate.From(Fixtures.File("enc.crt")).SerialNumber.Span);

        Assert.Equal((new DateTimeOffset(2024, 12, 31, 0, 0, 0, TimeSpan.Zero), RevocationReason.KeyCompromise), (entry!.Value.RevokedAt, entry.Value.Reason!.Value));
        Assert.Null(list.Find(PkiCertificate.From(Fixtures.File("sign.crt")).SerialNumber.Span));
        Assert.Null(list.Find(PkiCertificate.From(Fixtures.File("enc.crt")).SerialNumber.Span, DistinguishedName.Of((Oids.CommonName, "other"))));
        Assert.Null(list.Find([]));
    }

    [Theory, InlineData(PublicKeyKind.Sm2), InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void What_is_written_here_is_strict_and_another_library_reads_and_verifies_it(PublicKeyKind kind)
    {
        using var authority = new TestAuthority(kind);
        var list = TestList.Of(
            authority, [CrlNumber.Of(17), DistributionPoint.OfDelta("http://crl.example/delta.crl")],
            TestList.Entry(300, RevocationReason.KeyCompromise), TestList.Entry(5), TestList.Entry(TestList.Serial(6), RevocationReason.Superseded, TestList.RevokedAt.AddDays(-2)));

        var bytes = list.Encoded.ToArray();
        var other = new X509CrlParser().ReadCrl(bytes);

        Assert.Equal(bytes, Asn1Object.FromByteArray(bytes).GetDerEncoded());
        other.Verify(PublicKeyFactory.CreateKey(authority.Key.PublicKey.SubjectPublicKeyInfo.ToArray()));
        Assert.Equal(3, other.GetRevokedCertificates().Count);
        Assert.Equal(TestList.RevokedAt.UtcDateTime, other.GetRevokedCertificate(Org.BouncyCastle.Math.BigInteger.ValueOf(5)).RevocationDate);
        Assert.False(other.GetRevokedCertificate(Org.BouncyCastle.Math.BigInteger.ValueOf(5)).HasExtensions);
        Assert.Equal("http://crl.example/delta.crl", list.Extensions.FreshestCrl[0].FullName[0].Text);
    }

    [Fact]
    public void All_that_an_entry_says_comes_back()
    {
        using var authority = new TestAuthority(PublicKeyKind.Sm2);
        var late = new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);
        RevokedEntry[] entries =
        [
            TestList.Entry(1, RevocationReason.CertificateHold), TestList.Entry(TestList.Serial(200), RevocationReason.AaCompromise, TestList.RevokedAt.AddYears(-1)),
            new(TestList.Serial(3), late, InvalidityDate: late), TestList.Entry(4, RevocationReason.Unspecified),
        ];

        var read = RevocationList.From(TestList.Of(authority, [], entries).Encoded).Entries.ToList();

        Assert.Equal(entries.Select(entry => Convert.ToHexString(entry.SerialNumber.Span)), read.Select(entry => Convert.ToHexString(entry.SerialNumber.Span)));
        Assert.Equal(entries.Select(entry => (entry.RevokedAt, entry.InvalidityDate)), read.Select(entry => (entry.RevokedAt, entry.InvalidityDate)));
        // Unspecified is the one that is left out.
        Assert.Equal([RevocationReason.CertificateHold, RevocationReason.AaCompromise, null, null], read.Select(entry => entry.Reason));
    }

    [Fact]
    public void An_empty_list_has_no_entries_and_no_field_for_them()
    {
        using var authority = new TestAuthority(PublicKeyKind.Sm2);

        var list = TestList.Numbered(authority, 1);

        Assert.Equal(0, list.Count);
        Assert.Empty(list.Entries);
        Assert.Null(list.Find([1]));
        Assert.True(list.IsSignedBy(authority.Key.PublicKey));
        // Version, algorithm, issuer, two times and the extensions.
        Assert.Equal(6, ((Asn1Sequence)Asn1Object.FromByteArray(list.ToBeSigned.ToArray())).Count);
    }

    [Fact]
    public void A_serial_number_is_found_in_any_order_among_many() => Property.Check((int[] numbers) =>
    {
        var list = Unsigned(numbers);
        return numbers.All(number => list.Find(Positive(number)) is { } found && found.SerialNumber.Span.SequenceEqual(Positive(number)))
            && !numbers.Contains(int.MaxValue) == list.Find(Positive(int.MaxValue)) is null;
    });

    [Fact]
    public void Of_two_entries_about_one_certificate_the_first_one_counts()
    {
        var earlier = TestList.Entry(7) with { RevokedAt = TestList.RevokedAt.AddDays(-1) };
        using var authority = new TestAuthority(PublicKeyKind.Sm2);

        var list = TestList.Of(authority, [], TestList.Entry(9), earlier, TestList.Entry(8), TestList.Entry(7));

        Assert.Equal(earlier.RevokedAt, list.Find([7])!.Value.RevokedAt);
    }

    [Fact]
    public void A_file_may_be_der_or_pem_and_holds_one_list()
    {
        var der = Fixtures.File("sub.crl");
        var pem = RevocationList.From(der).ToPem();

        Assert.Equal(1, RevocationList.FromFile(der).Count);
        Assert.Equal(1, RevocationList.FromFile(System.Text.Encoding.ASCII.GetBytes(pem)).Count);
        Assert.Equal(PkiRefusal.RevocationListMalformed, Assert.Throws<PkiRefusedException>(() => RevocationList.FromFile(System.Text.Encoding.ASCII.GetBytes(pem + pem))).Refusal);
        Assert.Throws<PkiRefusedException>(() => RevocationList.From(Fixtures.File("sign.crt")));
    }

    [Fact]
    public void A_list_that_is_not_signed_as_it_says_inside_is_signed_by_nobody()
    {
        var bytes = Fixtures.File("sub.crl");
        bytes[bytes.AsSpan().LastIndexOf(Convert.FromHexString("2A811CCF55018375")) + 7] = 0x78;

        Assert.Null(RevocationList.From(bytes).SignatureAlgorithm);
    }

    [Fact]
    public void Every_bit_of_a_list_counts()
    {
        var bytes = Fixtures.File("sub.crl");
        var key = PkiCertificate.From(Fixtures.File("sub.crt")).PublicKey;
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])bytes.Clone();
                changed[i] ^= (byte)(1 << bit);
                Assert.True(Refused.Or(() => !RevocationList.From(changed).IsSignedBy(key)), $"byte {i}, bit {bit}");
            }
        }
    }

    private static ReadOnlySpan<byte> Positive(int number) => TestList.Serial(number == int.MinValue ? 1 : Math.Abs(number) + (number == int.MaxValue ? 0 : 1));

    private static RevocationList Unsigned(int[] numbers)
    {
        using var writer = new RevocationListWriter(new(SignatureAlgorithm.Sm2WithSm3, TestAuthority.NameOf("x"), TestAuthority.Now, TestAuthority.Now, []));
        foreach (var number in numbers)
            writer.Add(Positive(number), TestList.RevokedAt);
        return RevocationList.From(writer.Complete(RandomNumberGenerator.GetBytes(70)).ToArray());
    }
}
