using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Ports;
using ScCa.Application.Status;
using ScCa.Application.Tests.Crashes;
using ScCa.Domain.Certificates;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using Xunit;
using static ScCa.Application.Tests.TestSystem;
using ListReason = ScCa.Pki.RevocationLists.RevocationReason;

namespace ScCa.Application.Tests.Status;

/// <summary>What relying parties are told, by the whole system as it is wired.</summary>
public sealed class OcspTests
{
    private static readonly SerialNumber NeverNamed = SerialNumber.Parse("8F0E0D0C0B0A09080706050403020100");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C8")]
    public async Task The_first_answer_after_the_revocation_was_acknowledged_says_so_of_both_serials_though_no_worker_ran()
    {
        await using var system = Create();
        var (party, certificate) = (new RelyingParty(system), await system.Issued());
        var serials = Assert.Single(((HeldCertificate)await system.State(certificate)).Generations).Serials.ToList();
        Assert.Equal(2, serials.Count);
        foreach (var serial in serials.Concat(serials))
            Assert.Equal(OcspStatus.Good, await party.Ask(serial));

        system.Clock.Advance(Duration.FromMinutes(1));
        await Revoke(system, certificate, "PrivilegeWithdrawn");

        foreach (var hasNonce in new[] { false, true })
        {
            foreach (var serial in serials)
            {
                var status = await party.Ask(serial, hasNonce);
                Assert.Equal((OcspStatusKind.Revoked, ListReason.PrivilegeWithdrawn), (status.Kind, status.Reason));
                Assert.Equal(system.Clock.GetCurrentInstant().ToDateTimeOffset(), status.RevokedAt);
            }
        }
    }

    [Fact]
    public async Task Nothing_is_said_of_what_was_never_named_and_what_others_issued_is_not_answered_for()
    {
        await using var system = Create();
        var (party, twin) = (new RelyingParty(system), new RelyingParty(system, RelyingParty.P256));
        var serial = ((HeldCertificate)await system.State(await system.Issued())).Generations[0].Serial;

        Assert.Equal(OcspStatus.Unknown, await party.Ask(NeverNamed));
        Assert.Equal(OcspStatus.Unknown, await party.Ask(new byte[] { 0 }));
        Assert.Equal(OcspStatus.Unknown, await party.Ask(new byte[] { 0xFF }));
        // The other authority of this house has not issued it either.
        Assert.Equal(OcspStatus.Unknown, await twin.Ask(serial));
        Assert.Equal(OcspResponseStatus.Unauthorized, await party.Refusal(await Stranger(), serial));
        Assert.Equal(
            OcspResponseStatus.MalformedRequest, OcspResponse.From((await system.Get<IRevocationServices>().AnswerOcsp(new byte[] { 1, 2, 3 }, Cancellation)).Bytes).Status);
    }

    [Fact]
    public async Task One_request_about_both_authorities_is_answered_for_the_first_alone()
    {
        await using var system = Create();
        var (party, twin) = (new RelyingParty(system), new RelyingParty(system, RelyingParty.P256));
        var serial = ((HeldCertificate)await system.State(await system.Issued())).Generations[0].Serial.ToDerInteger();

        var response = OcspResponse.From((await party.Answer([RelyingParty.IdOf(await party.Issuer(), serial), RelyingParty.IdOf(await twin.Issuer(), serial)])).Bytes);

        Assert.Equal([OcspStatus.Good, OcspStatus.Unknown], response.Basic!.Answers.Select(a => a.Status));
    }

    [Theory, InlineData(RelyingParty.Sm2, "ocsp-sm2"), InlineData(RelyingParty.Sm2, "seal-maker-sm2"), InlineData(RelyingParty.P256, "timestamp-p256")]
    public async Task What_a_ceremony_has_issued_is_good(string authority, string office)
    {
        await using var system = Create();
        var party = new RelyingParty(system, authority);

        Assert.Equal(OcspStatus.Good, await party.Ask((await party.CertificateOf(office)).SerialNumber));
    }

    [Fact, Trait("rule", "C1")]
    public async Task A_serial_is_unknown_while_it_is_intended_good_once_issued_and_revoked_where_it_was_given_up()
    {
        var perils = new Perils();
        await using var system = Create(afterwards: services => Wrapping.Each<ICertificateAuthority>(services, real => new PerilousAuthority(real, perils)));
        var party = new RelyingParty(system);
        perils.Plan(new Peril(1, FaultKind.Written, IsFatal: false));
        var certificate = await system.Issued();
        var burned = Assert.IsType<RequestedCertificate>(await system.State(certificate)).Intent!.Serials.ToList();
        Assert.Equal(2, burned.Count);
        foreach (var serial in burned)
            Assert.Equal(OcspStatus.Unknown, await party.Ask(serial));

        system.Clock.Advance(Duration.FromMinutes(1));
        await system.Work();

        var issued = Assert.IsType<IssuedCertificate>(await system.State(certificate));
        Assert.Equal(burned, issued.BurnedSerials);
        foreach (var serial in burned)
            Assert.Equal((OcspStatusKind.Revoked, ListReason.CessationOfOperation), (await party.Ask(serial) is var status ? status.Kind : default, status.Reason));
        foreach (var serial in issued.Generations[0].Serials)
            Assert.Equal(OcspStatus.Good, await party.Ask(serial));
    }

    [Fact]
    public async Task An_answer_is_given_again_until_half_of_its_time_is_left_and_not_where_a_nonce_was_sent()
    {
        await using var system = Create();
        var (party, serial) = (new RelyingParty(system), ((HeldCertificate)await system.State(await system.Issued())).Generations[0].Serial.ToDerInteger());
        var id = RelyingParty.IdOf(await party.Issuer(), serial);
        var first = await party.Answer([id]);

        system.Clock.Advance(Duration.FromMinutes(29));
        Assert.Same(first, await party.Answer([id]));
        Assert.NotSame(first, await party.Answer([id], OcspNonce.New()));
        Assert.Null((await party.Answer([id], OcspNonce.New())).FreshUntil);
        system.Clock.Advance(Duration.FromMinutes(1));
        var second = await party.Answer([id]);

        Assert.NotSame(first, second);
        Assert.Equal(system.Clock.GetCurrentInstant() + Duration.FromHours(1), second.FreshUntil);
    }

    [Fact]
    public async Task While_the_view_is_made_anew_nothing_is_said_but_that_one_should_ask_again()
    {
        await using var system = Create();
        var (party, certificate) = (new RelyingParty(system), await system.Issued());
        var serials = ((HeldCertificate)await system.State(certificate)).Generations[0].Serials.ToList();
        var (known, serial) = (serials[0], serials[1]);
        await Revoke(system, certificate, "KeyCompromise");
        await system.Work();
        Assert.Equal(OcspStatusKind.Revoked, (await party.Ask(known)).Kind);

        // As a process of another version would.
        await system.Get<IViewStore>().Commit(SerialsView.ViewName, 99, 0, [], 1, Cancellation);

        // What was worked out before needs no view.
        Assert.Equal(OcspStatusKind.Revoked, (await party.Ask(known)).Kind);
        Assert.Equal(OcspResponseStatus.TryLater, await party.Refusal(await party.Issuer(), serial));
        Assert.Equal(OcspStatusKind.Revoked, (await party.Ask(serial)).Kind);
        await system.Work();
        Assert.Equal(OcspStatusKind.Revoked, (await party.Ask(serial)).Kind);
    }

    internal static async Task Revoke(TestSystem system, string certificate, string reason)
    {
        Value(await system.Get<RevocationDesk>().Order($"order-{certificate}", certificate, reason, "法院裁定", TestStaff.Operator, Cancellation));
        Value(await system.Get<RevocationDesk>().Confirm($"confirm-{certificate}", certificate, TestStaff.Senior, Cancellation));
    }

    private static Task<PkiCertificate> Stranger()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=Stranger", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return Task.FromResult(PkiCertificate.From(made.RawData));
    }
}
