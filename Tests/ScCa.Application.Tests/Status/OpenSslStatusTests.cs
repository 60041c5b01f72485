using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Composition;
using ScCa.Issuance.Demo;
using ScCa.Issuance.Profiles;
using ScCa.Pki.Certificates;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Status;

/// <summary>What openssl makes of the P-256 authority's lists and answers.</summary>
public sealed class OpenSslStatusTests
{
    private static readonly SerialNumber Good = SerialNumber.Parse("8F0E0D0C0B0A09080706050403020100");
    private static readonly SerialNumber Revoked = SerialNumber.Parse("8F0E0D0C0B0A09080706050403020101");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C8")]
    public async Task Whole_list_delta_and_answers_are_accepted_by_openssl_and_revoke_there()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        var statuses = new SaidStatuses();
        await using var system = TestSystem.Create(afterwards: services => services.AddSingleton<ICertificateStatuses>(statuses));
        var services = system.Get<IRevocationServices>();
        openSsl.Write("good.pem", (await Issue(system, Good, statuses)).ToPem());
        openSsl.Write("revoked.pem", (await Issue(system, Revoked, statuses)).ToPem());
        foreach (var authority in new[] { "root-p256", "issuing-p256" })
            openSsl.Write($"{authority}.pem", (await new RelyingParty(system).CertificateOf(authority)).ToPem());
        await system.Get<IRevocationListPublisher>().IssueDue(system.Clock.GetCurrentInstant(), Cancellation);
        statuses.Say((await statuses.Find(Revoked, Cancellation))! with { Revocation = new Revocation(system.Clock.GetCurrentInstant(), RevocationReason.KeyCompromise) });
        system.Clock.Advance(Duration.FromHours(1));
        await system.Get<IRevocationListPublisher>().IssueDue(system.Clock.GetCurrentInstant(), Cancellation);
        openSsl.Write("delta.crl", (await services.RevocationList("issuing-p256-delta", Cancellation))!.Bytes.Span);
        await system.Get<IRevocationListPublisher>().IssueNow(system.Clock.GetCurrentInstant(), Cancellation);
        openSsl.Write("whole.crl", (await services.RevocationList("issuing-p256", Cancellation))!.Bytes.Span);
        var now = system.Clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        foreach (var list in new[] { "delta.crl", "whole.crl" })
            Assert.Contains("verify OK", openSsl.Run("crl", "-in", list, "-inform", "DER", "-CAfile", "issuing-p256.pem", "-noout").Text, StringComparison.Ordinal);
        var delta = openSsl.Run("crl", "-in", "delta.crl", "-inform", "DER", "-noout", "-text").Text;
        Assert.Contains("Delta CRL Indicator: critical", delta, StringComparison.Ordinal);
        Assert.Contains(Revoked.Value, delta, StringComparison.Ordinal);
        openSsl.Run("crl", "-in", "whole.crl", "-inform", "DER", "-out", "whole.pem");
        string[] checking = ["verify", "-attime", now, "-partial_chain", "-CAfile", "issuing-p256.pem", "-CRLfile", "whole.pem", "-crl_check"];
        Assert.Equal((0, "good.pem: OK\n"), openSsl.Run([.. checking, "good.pem"]));
        Assert.Contains("certificate revoked", openSsl.Run([.. checking, "revoked.pem"]).Text, StringComparison.Ordinal);

        foreach (var (file, expected) in new[] { ("good", "good.pem: good"), ("revoked", "revoked.pem: revoked") })
        {
            openSsl.Run("ocsp", "-issuer", "issuing-p256.pem", "-cert", $"{file}.pem", "-reqout", "request.der", "-nonce");
            openSsl.Write("response.der", (await services.AnswerOcsp(await File.ReadAllBytesAsync(openSsl["request.der"], Cancellation), Cancellation)).Bytes.Span);
            // Of the answer's own times it asks the machine's clock.
            string[] reading =
            [
                "ocsp", "-issuer", "issuing-p256.pem", "-respin", "response.der", "-CAfile", "root-p256.pem", "-verify_other", "issuing-p256.pem", "-attime", now,
                "-validity_period", "1000000000",
            ];
            var echoed = openSsl.Run([.. reading, "-reqin", "request.der"]).Text;
            Assert.Contains("Response verify OK", echoed, StringComparison.Ordinal);
            Assert.DoesNotContain("Nonce", echoed, StringComparison.OrdinalIgnoreCase);
            var text = openSsl.Run([.. reading, "-cert", $"{file}.pem", "-no_nonce"]).Text;
            Assert.Contains("Response verify OK", text, StringComparison.Ordinal);
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }
    }

    [Fact, Trait("rule", "C8")]
    public async Task Openssl_finds_in_the_delta_what_the_whole_list_does_not_say_yet_and_reads_where_deltas_are()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        var statuses = new SaidStatuses();
        await using var system = TestSystem.Create(afterwards: services =>
        {
            services.AddSingleton<ICertificateStatuses>(statuses);
            services.AddSingleton(provider => DemoAuthority.OpenOrCreate(
                Path.Combine(provider.GetRequiredService<ScCaOptions>().DataFolder, "demo-ca"), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>(), Addressed));
        });
        var (lists, services) = (system.Get<IRevocationListPublisher>(), system.Get<IRevocationServices>());
        openSsl.Write("revoked.pem", (await Issue(system, Revoked, statuses)).ToPem());
        openSsl.Write("issuing-p256.pem", (await new RelyingParty(system).CertificateOf("issuing-p256")).ToPem());
        await lists.IssueDue(system.Clock.GetCurrentInstant(), Cancellation);
        statuses.Say((await statuses.Find(Revoked, Cancellation))! with { Revocation = new Revocation(system.Clock.GetCurrentInstant(), RevocationReason.KeyCompromise) });
        system.Clock.Advance(Duration.FromHours(1));
        await lists.IssueDue(system.Clock.GetCurrentInstant(), Cancellation);
        foreach (var (file, name) in new[] { ("whole", "issuing-p256"), ("delta", "issuing-p256-delta") })
        {
            openSsl.Write($"{file}.crl", (await services.RevocationList(name, Cancellation))!.Bytes.Span);
            openSsl.Run("crl", "-in", $"{file}.crl", "-inform", "DER", "-out", $"{file}.pem");
        }

        const string Place = "http://ca.example.test/crl/issuing-p256-delta.crl";
        foreach (var text in new[] { openSsl.Run("crl", "-in", "whole.pem", "-noout", "-text").Text, openSsl.Run("x509", "-in", "revoked.pem", "-noout", "-text").Text })
            Assert.Contains(Place, text[text.IndexOf("X509v3 Freshest CRL", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("Freshest", openSsl.Run("crl", "-in", "delta.pem", "-noout", "-text").Text, StringComparison.Ordinal);
        var now = system.Clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string[] checking = ["verify", "-attime", now, "-partial_chain", "-CAfile", "issuing-p256.pem", "-CRLfile", "whole.pem", "-CRLfile", "delta.pem", "-crl_check", "-extended_crl"];
        // Without extended support openssl would take a delta for a whole list.
        Assert.Equal((0, "revoked.pem: OK\n"), openSsl.Run([.. checking, "revoked.pem"]));
        Assert.Contains("certificate revoked", openSsl.Run([.. checking, "-use_deltas", "revoked.pem"]).Text, StringComparison.Ordinal);
    }

    private static ProfileBook Addressed => ProfileBook.From((ProfileBook.SharedFile, """
        {"crl": ["http://ca.example.test/crl/{issuer}.crl"], "deltaCrl": ["http://ca.example.test/crl/{issuer}-delta.crl"]}
        """));

    private static async Task<PkiCertificate> Issue(TestSystem system, SerialNumber serial, SaidStatuses statuses)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=anybody", key, HashAlgorithmName.SHA256).CreateSigningRequest();
        var unit = new UnitHolder(
            new UnitName(CertificateName.Parse(TestSystem.HolderName), new NameIndex("name-index"), CreditCode.Parse(TestSystem.CreditCode)), new RoleId("supplier"));
        var now = system.Clock.GetCurrentInstant();
        var plan = new IssuancePlan(1, 1, unit, new PlatformId("gov-procurement"), Validity.Until(now, new LocalDate(2027, 1, 5)));
        var subject = new CertificateSubject(HolderKind.Unit, TestSystem.HolderName, TestSystem.HolderName, unit.Self.CreditCode, TestSystem.CreditCode);
        var authority = system.Get<ICertificateAuthority>();
        var prepared = (await authority.Prepare(plan, subject, new(serial, SerialNumber.Parse("81")), request, Cancellation)).Signing;
        statuses.Say(new SerialStatus(serial, plan.Validity.NotAfter, prepared.SigningKey, null));
        Assert.Contains(system.Get<DemoAuthority>().Issuers, issuer => issuer.Name == RelyingParty.P256 && issuer.KeyName == prepared.SigningKey);
        return PkiCertificate.From((await authority.Sign(prepared, Cancellation)).Bytes);
    }
}
