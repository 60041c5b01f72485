using System.Formats.Asn1;
using ScCa.Pki.Names;
using Xunit;

namespace ScCa.Pki.Tests.Names;

public sealed class DistinguishedNameTests
{
    [Theory]
    [InlineData("Test CA", "test  ca", true)]
    [InlineData("Test CA", " TEST CA ", true)]
    [InlineData("ＡＢＣ", "abc", true)]
    [InlineData("Test CA", "TestCA", false)]
    [InlineData("测试", "測試", false)]
    public void Names_are_compared_as_the_standard_wants(string one, string other, bool areOne)
    {
        var (a, b) = (DistinguishedName.Of((Oids.CommonName, one)), DistinguishedName.Of((Oids.CommonName, other)));

        Assert.Equal(areOne, a.Equals(b));
        Assert.True(!areOne || a.GetHashCode() == b.GetHashCode());
    }

    [Fact]
    public void The_type_of_a_string_does_not_matter()
    {
        var utf8 = DistinguishedName.Of((Oids.CommonName, "Test"));
        var printable = DistinguishedName.From(Encode((UniversalTagNumber.PrintableString, "Test")));
        var bmp = DistinguishedName.From(Encode((UniversalTagNumber.BMPString, "Test")));

        Assert.Equal(utf8, printable);
        Assert.Equal(utf8, bmp);
        Assert.False(utf8.Encoded.Span.SequenceEqual(printable.Encoded.Span));
    }

    [Fact]
    public void Order_and_number_of_parts_matter()
    {
        var name = DistinguishedName.Of((Oids.OrganizationName, "A"), (Oids.CommonName, "B"));

        Assert.NotEqual(name, DistinguishedName.Of((Oids.CommonName, "B"), (Oids.OrganizationName, "A")));
        Assert.NotEqual(name, DistinguishedName.Of((Oids.OrganizationName, "A")));
        Assert.True(DistinguishedName.Of((Oids.OrganizationName, "A")).Contains(name));
        Assert.False(name.Contains(DistinguishedName.Of((Oids.OrganizationName, "A"))));
        Assert.True(DistinguishedName.Empty.Contains(name));
    }

    [Fact]
    public void A_text_escapes_what_separates() =>
        Assert.Equal("CN=a\\,b\\+\\ ,O=\\#1", DistinguishedName.Of((Oids.OrganizationName, "#1"), (Oids.CommonName, "a,b+ ")).ToString());

    [Fact]
    public void A_country_that_cannot_be_printable_is_refused() =>
        Assert.Equal(PkiRefusal.ValueNotEncodable, Assert.Throws<PkiRefusedException>(() => DistinguishedName.Of((Oids.CountryName, "中国"))).Refusal);

    private static byte[] Encode((UniversalTagNumber Type, string Value) attribute)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.CommonName);
            writer.WriteCharacterString(attribute.Type, attribute.Value);
        }

        return writer.Encode();
    }
}
