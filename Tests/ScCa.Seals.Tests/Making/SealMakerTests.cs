using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Seals.Making;
using ScCa.Seals.Structures;
using ScCa.Seals.Tests.Verification;
using ScCa.Seals.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Making;

public sealed class SealMakerTests
{
    private static readonly TableJudge Judge = new(SealPki.Root.Certificate);

    private static readonly SealTrust Trust = new(Judge, SealPki.Used);

    private static SealMaker Maker => new(SealPki.Maker.Key, SealPki.Maker.Certificate, "TEST", Judge);

    private static SealOrder Order => new(SealRecipe.Name, SealRecipe.Picture, [SealPki.Holder.Certificate], SealPki.Made, SealPki.End);

    [Theory]
    [InlineData(SealVersion.V4, SealSignersKind.Certificates)]
    [InlineData(SealVersion.V4, SealSignersKind.Digests)]
    [InlineData(SealVersion.V5, SealSignersKind.Certificates)]
    [InlineData(SealVersion.V5, SealSignersKind.Digests)]
    public void A_seal_that_was_made_verifies_and_says_what_was_ordered(SealVersion version, SealSignersKind kind)
    {
        var seal = Maker.Make(Order with { Version = version, SignersKind = kind, Type = SealOrder.PersonalSeal }, SealPki.Made);
        Assert.Empty(SealVerifier.VerifySeal(seal.Encoded, Trust).Failures);
        Assert.Equal(version, seal.Version);
        Assert.Equal(new SealHeader((int)version, "TEST"), seal.Content.Header);
        var property = seal.Content.Property;
        Assert.Equal((SealRecipe.Name, 2, kind), (property.Name, (int)property.Type, property.Signers.Kind));
        Assert.Equal((SealPki.Made, SealPki.Made, SealPki.End), (property.CreateDate, property.ValidStart, property.ValidEnd));
        Assert.True(property.Signers.Lists(SealPki.Holder.Certificate.Encoded));
        Assert.Equal(SealRecipe.Picture.Data.ToArray(), seal.Content.Picture.Data.ToArray());
    }

    [Fact]
    public void The_national_standard_is_what_is_made_where_nothing_else_is_said() => Assert.Equal(SealVersion.V4, Maker.Make(Order, SealPki.Made).Version);

    [Fact]
    public void No_two_seals_have_the_same_id_and_none_tells_the_next()
    {
        string[] ids = [.. Enumerable.Range(0, 50).Select(_ => Maker.Make(Order, SealPki.Made).Content.EsId)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9A-F]{32}$", id));
        Assert.True(ids.Select(id => id[..4]).Distinct().Count() > 40);
    }

    [Fact]
    public void Parts_of_seconds_are_not_written()
    {
        var seal = Maker.Make(Order with { ValidStart = SealPki.Made.AddMilliseconds(700) }, SealPki.Made.AddMilliseconds(300));
        Assert.Equal((SealPki.Made, SealPki.Made), (seal.Content.Property.CreateDate, seal.Content.Property.ValidStart));
    }

    public static TheoryData<string> Unfit => [.. Orders.Keys];

    private static Dictionary<string, SealOrder> Orders { get; } = new()
    {
        ["no name"] = Order with { Name = " " },
        ["a name with a line break"] = Order with { Name = "四川\n测试" },
        ["half a character"] = Order with { Name = "四川\ud800" },
        ["a long name"] = Order with { Name = new string('测', 300) },
        ["no picture"] = Order with { Picture = SealRecipe.Picture with { Data = default } },
        ["no type of picture"] = Order with { Picture = SealRecipe.Picture with { Type = "" } },
        ["no size"] = Order with { Picture = SealRecipe.Picture with { Width = 0 } },
        ["the size of a house"] = Order with { Picture = SealRecipe.Picture with { Height = 10_000 } },
        ["nobody who may use it"] = Order with { Certificates = [] },
        ["an end before its begin"] = Order with { ValidStart = SealPki.End, ValidEnd = SealPki.Made },
        ["an end before its making"] = Order with { ValidStart = SealPki.Begin, ValidEnd = SealPki.Made.AddDays(-1) },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Unfit_orders_are_refused(string what) => Some.Refuses(SealRefusal.SealOrderUnfit, () => Maker.Make(Orders[what], SealPki.Made));

    [Fact]
    public void A_seal_never_ends_later_than_its_certificate() =>
        Some.Refuses(SealRefusal.SealOutlivesCertificate, () => Maker.Make(Order with { ValidEnd = SealPki.End.AddSeconds(1) }, SealPki.Made));

    [Fact]
    public void V1_is_made_no_more() => Some.Refuses(SealRefusal.SealVersionUnfit, () => Maker.Make(Order with { Version = SealVersion.V1 }, SealPki.Made));

    [Fact]
    public void The_makers_certificate_is_looked_at_first()
    {
        foreach (var maker in new[]
        {
            SealPki.Issue("制章机构", issuer: SealPki.StrangeRoot),
            SealPki.Issue("制章机构", KeyUsages.KeyEncipherment),
            SealPki.Issue("制章机构", notAfter: SealPki.Made.AddDays(-1)),
            SealPki.Issue("制章机构", notBefore: SealPki.Made.AddDays(1)),
        })
            Some.Refuses(SealRefusal.MakerCertificateUnfit, () => new SealMaker(maker.Key, maker.Certificate, "TEST", Judge).Make(Order, SealPki.Made));
        var revoking = new TableJudge(SealPki.Root.Certificate).Revoking(SealPki.Maker.Certificate, SealPki.Begin);
        Some.Refuses(SealRefusal.MakerCertificateUnfit, () => new SealMaker(SealPki.Maker.Key, SealPki.Maker.Certificate, "TEST", revoking).Make(Order, SealPki.Made));
    }

    [Fact]
    public void Key_and_certificate_belong_together() =>
        Assert.Throws<ArgumentException>(() => new SealMaker(SealPki.Holder.Key, SealPki.Maker.Certificate, "TEST", Judge));

    [Fact]
    public void A_key_that_signs_nonsense_makes_no_seal() =>
        Some.Refuses(SealRefusal.SignatureValueWrong, () => new SealMaker(new ForgetfulSigner(SealPki.Maker.Key), SealPki.Maker.Certificate, "TEST", Judge).Make(Order, SealPki.Made));

    [Theory]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void An_old_seal_is_upgraded_with_its_content_a_new_id_and_its_certificates_end(SealVersion version)
    {
        var old = new SealRecipe(SealVersion.V1) { ValidEnd = SealPki.Used }.Seal();
        var seal = Maker.Upgrade(old, SealPki.Holder.Certificate, SealPki.Used, version);
        Assert.Empty(SealVerifier.VerifySeal(seal.Encoded, Trust).Failures);
        Assert.Equal(version, seal.Version);
        Assert.NotEqual(old.Content.EsId, seal.Content.EsId);
        Assert.Equal(old.Content.Property.Name, seal.Content.Property.Name);
        Assert.Equal(old.Content.Picture.Data.ToArray(), seal.Content.Picture.Data.ToArray());
        Assert.Equal(SealPki.Holder.Certificate.NotAfter, seal.Content.Property.ValidEnd);
        Assert.Equal(SealPki.Used, seal.Content.Property.ValidStart);
    }

    [Fact]
    public void A_seal_that_others_made_is_upgraded()
    {
        var holder = PkiCertificate.From(Fixtures.File("sign.crt"));
        var seal = Maker.Upgrade(ElectronicSeal.Read(Fixtures.File("seal_v1.esl")), holder, SealPki.Used);
        Assert.Equal("示例科技有限公司", seal.Content.Property.Name);
        Assert.Equal(holder.NotAfter, seal.Content.Property.ValidEnd);
    }

    [Fact]
    public void A_forged_seal_is_not_upgraded() =>
        Some.Refuses(SealRefusal.OldSealForged, () => Maker.Upgrade(new SealRecipe(SealVersion.V1) { IsSealForged = true }.Seal(), SealPki.Holder.Certificate, SealPki.Used));

    [Fact]
    public void A_seal_is_not_upgraded_for_somebody_else() =>
        Some.Refuses(SealRefusal.SignerNotInSeal, () => Maker.Upgrade(new SealRecipe(SealVersion.V1).Seal(), SealPki.Other.Certificate, SealPki.Used));

    [Fact]
    public void A_seal_is_not_upgraded_to_what_it_is() =>
        Some.Refuses(SealRefusal.SealVersionUnfit, () => Maker.Upgrade(new SealRecipe(SealVersion.V4).Seal(), SealPki.Holder.Certificate, SealPki.Used));

    [Fact]
    public void A_renewed_certificate_gets_the_same_seal_with_its_own_end()
    {
        var renewed = SealPki.Issue("四川测试有限公司", notAfter: SealPki.At(2031, 6, 1));
        var old = new SealRecipe(SealVersion.V5).Seal();
        var seal = Maker.Remake(old, renewed.Certificate, SealPki.Used);
        Assert.Empty(SealVerifier.VerifySeal(seal.Encoded, Trust).Failures);
        Assert.Equal((SealVersion.V5, renewed.Certificate.NotAfter), (seal.Version, seal.Content.Property.ValidEnd));
        Assert.True(seal.Content.Property.Signers.Lists(renewed.Certificate.Encoded));
        Assert.False(seal.Content.Property.Signers.Lists(SealPki.Holder.Certificate.Encoded));
        Assert.NotEqual(old.Content.EsId, seal.Content.EsId);
        Some.Refuses(SealRefusal.SealVersionUnfit, () => Maker.Remake(new SealRecipe(SealVersion.V1).Seal(), renewed.Certificate, SealPki.Used));
    }

    [Fact]
    public void A_V5_seal_gets_a_timestamp_and_no_other_version_does()
    {
        var seal = Maker.Make(Order with { Version = SealVersion.V5 }, SealPki.Made);
        var stamped = seal.WithTimestamp(SealPki.TimestampAuthority.Stamp(SealStamping.RequestFor(seal).Imprint, SealPki.Made.AddSeconds(2)));
        var verdict = SealVerifier.VerifySeal(stamped.Encoded, Trust);
        Assert.Empty(verdict.Failures);
        Assert.Equal(StepOutcome.Passed, verdict[SealStep.SealTimestampAuthority].Outcome);
        Assert.Equal(seal.EncodedContent.ToArray(), stamped.EncodedContent.ToArray());

        var other = Maker.Make(Order with { Version = SealVersion.V5 }, SealPki.Made);
        var ofOther = SealPki.TimestampAuthority.Stamp(SealStamping.RequestFor(other).Imprint, SealPki.Made.AddSeconds(2));
        Some.Refuses(SealRefusal.TimestampUnfit, () => seal.WithTimestamp(ofOther));
        var tooEarly = SealPki.TimestampAuthority.Stamp(SealStamping.RequestFor(seal).Imprint, SealPki.Made.AddSeconds(-2));
        Some.Refuses(SealRefusal.TimestampUnfit, () => seal.WithTimestamp(tooEarly));
        Some.Refuses(SealRefusal.TimestampUnfit, () => seal.WithTimestamp(new byte[] { 1 }));
        Some.Refuses(SealRefusal.SealVersionUnfit, () => SealStamping.RequestFor(Maker.Make(Order, SealPki.Made)));
    }

    [Fact]
    public void In_V5_a_maker_who_was_lost_later_spoils_nothing_and_before_does()
    {
        var trust = Trust with { Judge = new TableJudge(SealPki.Root.Certificate).Revoking(SealPki.Maker.Certificate, SealPki.Made.AddDays(1)) };
        var verdict = SealVerifier.VerifySeal(new SealRecipe(SealVersion.V5).Seal(), trust);
        Assert.Empty(verdict.Failures);
        Assert.Equal(SealFinding.RevokedSince, verdict[SealStep.MakerRevocation].Finding);
        Assert.Equal(
            [SealStep.MakerRevocation],
            SealVerifier.VerifySeal(new SealRecipe(SealVersion.V4).Seal(), trust).Failures.Select(f => f.Step));
    }

    private sealed class ForgetfulSigner(ScCa.Pki.Algorithms.ISigner key) : ScCa.Pki.Algorithms.ISigner
    {
        public ScCa.Pki.Algorithms.SignatureAlgorithm Algorithm => key.Algorithm;

        public ScCa.Pki.Algorithms.PublicKey PublicKey => key.PublicKey;

        public byte[] Sign(ReadOnlySpan<byte> data) => key.Sign("something else"u8);
    }
}
