using ScCa.Domain.Platforms;
using ScCa.Issuance.Profiles;
using ScCa.Pki.Algorithms;
using Xunit;

namespace ScCa.Issuance.Tests.Profiles;

public sealed class ProfileBookTests
{
    private const string Good = """
        {"name": "special", "role": "holder", "holders": ["unit"], "platforms": ["one-platform"], "keys": ["rsa-3072"], "subject": ["C=CN", "CN={commonName}"],
         "signing": {"keyUsage": ["digitalSignature", "nonRepudiation"], "purposes": ["clientAuth"]}}
        """;

    [Fact]
    public void What_comes_with_the_program_has_a_profile_for_every_holder_and_every_office()
    {
        foreach (var kind in Enum.GetValues<HolderKind>())
        {
            Assert.True(ProfileBook.Defaults.ForHolder(new("any"), kind, new(PublicKeyKind.Sm2, 256))!.IsPair);
            Assert.False(ProfileBook.Defaults.ForHolder(new("any"), kind, new(PublicKeyKind.EcdsaP256, 256))!.IsPair);
            Assert.Null(ProfileBook.Defaults.ForHolder(new("any"), kind, new(PublicKeyKind.Rsa, 2048)));
        }

        foreach (var role in Enum.GetValues<CertificateRole>().Where(role => role != CertificateRole.Holder))
            Assert.NotNull(ProfileBook.Defaults.ForRole(role, new(PublicKeyKind.Sm2, 256)));
    }

    [Fact]
    public void What_names_its_platform_goes_before_what_does_not()
    {
        var book = ProfileBook.From(("special.json", Good), ("general.json", Good.Replace("special", "general", StringComparison.Ordinal).Replace("\"platforms\": [\"one-platform\"], ", "", StringComparison.Ordinal)));
        var key = new AcceptedKey(PublicKeyKind.Rsa, 3072);

        Assert.Equal("special", book.ForHolder(new("one-platform"), HolderKind.Unit, key)!.Name);
        Assert.Equal("general", book.ForHolder(new("another-platform"), HolderKind.Unit, key)!.Name);
        Assert.Null(book.ForHolder(new("one-platform"), HolderKind.Expert, key));
    }

    [Theory]
    [InlineData("\"role\": \"holder\"", "\"role\": \"king\"", "role")]
    [InlineData("\"name\": \"special\"", "\"name\": \"\"", "name")]
    [InlineData("[\"unit\"]", "[\"unit\", \"dog\"]", "holders[1]")]
    [InlineData("[\"unit\"]", "[]", "holders")]
    [InlineData("[\"one-platform\"]", "[\"not a platform\"]", "platforms[0]")]
    [InlineData("[\"rsa-3072\"]", "[\"rsa-1024\"]", "keys")]
    [InlineData("\"CN={commonName}\"", "\"CN={name}\"", "subject[1]")]
    [InlineData("\"CN={commonName}\"", "\"X={commonName}\"", "subject[1]")]
    [InlineData("\"digitalSignature\"", "\"sign\"", "signing.keyUsage")]
    [InlineData("[\"clientAuth\"]", "[\"everything\"]", "signing.purposes")]
    [InlineData("\"keys\"", "\"pathLength\": 1, \"keys\"", "pathLength")]
    [InlineData("\"keys\"", "\"pair\": true, \"keys\"", "pair")]
    [InlineData("\"keys\"", "\"daysMax\": 0, \"keys\"", "daysMax")]
    [InlineData("\"keys\"", "\"deltaCrl\": [\"http://crl.example.test/a-delta.crl\"], \"keys\"", "deltaCrl")]
    [InlineData("\"keys\"", "\"crl\": [\"http://crl.example.test/a.crl\"], \"deltaCrl\": [\"ldap://crl.example.test/a\"], \"keys\"", "deltaCrl[0]")]
    [InlineData("\"keys\"", "\"crl\": [\"https://crl.example.test/a.crl\"], \"keys\"", "crl[0]")]
    [InlineData("\"keys\"", "\"ocsp\": [\"http://ocsp.example.test/\", \"not a url\"], \"keys\"", "ocsp[1]")]
    [InlineData("\"keys\"", "\"issuers\": [\"http:///nowhere\"], \"keys\"", "issuers[0]")]
    [InlineData("\"keys\"", "\"policies\": [{\"oid\": \"one\"}], \"keys\"", "policies[0].oid")]
    [InlineData("\"keys\"", "\"policies\": [{\"oid\": \"1.2.3\", \"cps\": \"somewhere\"}], \"keys\"", "policies[0].cps")]
    [InlineData("\"keys\"", "\"identities\": {\"1.2.3\": \"{creditCode}\"}, \"keys\"", "identities.1.2.3")]
    [InlineData("\"keys\"", "\"kies\": 1, \"keys\"", "$.kies")]
    [InlineData("}}", "}", "$")]
    public void What_cannot_be_used_is_refused_with_its_file_its_place_and_why(string what, string instead, string path)
    {
        var refusal = Assert.Throws<AuthorityRefusedException>(() => ProfileBook.From(("broken.json", Good.Replace(what, instead, StringComparison.Ordinal))));

        Assert.Equal("ProfileInvalid", refusal.Code);
        Assert.Contains($"broken.json: {path}", refusal.En, StringComparison.Ordinal);
        Assert.Contains($"broken.json 的 {path}", refusal.ZhCn, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_profiles_for_the_same_are_refused()
    {
        var refusal = Assert.Throws<AuthorityRefusedException>(() => ProfileBook.From(("a.json", Good), ("b.json", Good.Replace("special", "twin", StringComparison.Ordinal))));

        Assert.Contains("special", refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operators_file_takes_the_place_of_the_one_of_its_name()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.json"], Good.Replace("special", "holder-p256", StringComparison.Ordinal));

        var book = ProfileBook.FromFolder(folder.Path);

        Assert.Null(book.ForHolder(new("any"), HolderKind.Unit, new(PublicKeyKind.EcdsaP256, 256)));
        Assert.Equal(ProfileBook.Defaults.All.Count, book.All.Count);
    }
}
