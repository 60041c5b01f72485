using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using Xunit;

namespace ScCa.Issuance.Tests;

public sealed class IssuingTests : IDisposable
{
    private readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    [Trait("rule", "C1")]
    public async Task C1_the_intents_digest_is_that_of_the_bytes_in_the_finished_certificate()
    {
        var prepared = await workshop.Prepare();
        var issued = await workshop.Authority.Sign(prepared, TestContext.Current.CancellationToken);

        var tbs = new AsnReader(issued.Bytes, AsnEncodingRules.DER).ReadSequence().ReadEncodedValue();
        Assert.Equal(prepared.TbsDigest.Value, Convert.ToHexStringLower(SHA256.HashData(tbs.Span)));
        Assert.Equal(workshop.Key.Name, prepared.SigningKey);
        Assert.Equal(Workshop.Serial, prepared.Serial);
    }

    [Fact]
    [Trait("rule", "C1")]
    public async Task C1_preparing_touches_no_key()
    {
        await workshop.Prepare();

        Assert.Equal(0, workshop.Key.Signatures);
    }

    [Fact]
    public async Task The_framework_reads_what_was_issued_as_it_was_planned()
    {
        using var certificate = X509CertificateLoader.LoadCertificate((await workshop.Issue()).Bytes.Span);

        Assert.Equal(3, certificate.Version);
        Assert.Equal(Workshop.Serial.Value, certificate.SerialNumber.TrimStart('0'));
        Assert.Equal("C=CN, O=成都某某科技有限公司, SERIALNUMBER=91350100M000100Y43, CN=成都某某科技有限公司", SubjectInOrder(certificate));
        Assert.Equal(workshop.Ca.SubjectName.RawData, certificate.IssuerName.RawData);
        Assert.Equal(Workshop.Now.ToDateTimeUtc(), certificate.NotBefore.ToUniversalTime());
        Assert.Equal(new DateTime(2027, 1, 5, 15, 59, 59, DateTimeKind.Utc), certificate.NotAfter.ToUniversalTime());
        Assert.Equal(workshop.HolderKey.ExportSubjectPublicKeyInfo(), certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal("1.2.840.10045.4.3.2", certificate.SignatureAlgorithm.Value);
    }

    [Fact]
    public async Task The_extensions_say_what_a_signing_holder_may_do_and_where_to_ask()
    {
        using var certificate = X509CertificateLoader.LoadCertificate((await workshop.Issue()).Bytes.Span);
        var extensions = certificate.Extensions.ToDictionary(extension => extension.Oid!.Value!);

        Assert.Equal(
            ["1.2.156.10260.4.1.4", "1.3.6.1.5.5.7.1.1", "2.5.29.14", "2.5.29.15", "2.5.29.31", "2.5.29.32", "2.5.29.35", "2.5.29.37", "2.5.29.46"],
            extensions.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["2.5.29.15"], extensions.Values.Where(extension => extension.Critical).Select(extension => extension.Oid!.Value));
        Assert.Equal(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, ((X509KeyUsageExtension)extensions["2.5.29.15"]).KeyUsages);
        var access = (X509AuthorityInformationAccessExtension)extensions["1.3.6.1.5.5.7.1.1"];
        Assert.Equal(["http://ocsp.example.test/"], access.EnumerateOcspUris());
        Assert.Equal(["http://aia.example.test/scca.crt"], access.EnumerateCAIssuersUris());
        Assert.Equal("91350100M000100Y43", new AsnReader(extensions["1.2.156.10260.4.1.4"].RawData, AsnEncodingRules.DER)
            .ReadCharacterString(UniversalTagNumber.PrintableString));
    }

    [Fact]
    public async Task A_person_is_named_with_what_tells_him_from_others_of_his_name_and_has_no_organisations_code()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(
            (await workshop.Issue(subject: new CertificateSubject(HolderKind.Expert, "李评标", null, null, "i-0123456789abcdef"))).Bytes.Span);

        Assert.Equal("C=CN, SERIALNUMBER=i-0123456789abcdef, CN=李评标", SubjectInOrder(certificate));
        Assert.DoesNotContain(certificate.Extensions, extension => extension.Oid!.Value == "1.2.156.10260.4.1.4");
    }

    [Fact]
    public async Task A_person_of_a_unit_is_named_with_his_unit_and_its_code()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(
            (await workshop.Issue(subject: new CertificateSubject(HolderKind.Individual, "李评标", "成都某某科技有限公司", Workshop.Code, "i-0123456789abcdef"))).Bytes.Span);

        Assert.Equal("C=CN, O=成都某某科技有限公司, SERIALNUMBER=i-0123456789abcdef, CN=李评标", SubjectInOrder(certificate));
        Assert.Contains(certificate.Extensions, extension => extension.Oid!.Value == "1.2.156.10260.4.1.4");
    }

    [Fact]
    public async Task Without_addresses_in_the_profile_there_are_no_pointers()
    {
        using var bare = new Workshop(ProfileBook.Defaults);
        using var certificate = X509CertificateLoader.LoadCertificate((await bare.Issue()).Bytes.Span);

        Assert.Equal(
            ["1.2.156.10260.4.1.4", "2.5.29.14", "2.5.29.15", "2.5.29.35", "2.5.29.37"],
            certificate.Extensions.Select(extension => extension.Oid!.Value!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_subject_comes_from_the_plan_whatever_the_request_says()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(
            (await workshop.Issue(request: Workshop.Request(workshop.HolderKey, "C=US, O=Someone Else, CN=admin"))).Bytes.Span);

        Assert.DoesNotContain("Someone Else", certificate.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2049)]
    [InlineData(2050)]
    public async Task A_certificate_ends_on_its_second_before_and_after_the_change_of_time_encodings(int year)
    {
        using var certificate = X509CertificateLoader.LoadCertificate((await workshop.Issue(Workshop.Plan(lastDate: new LocalDate(year, 6, 30)))).Bytes.Span);

        Assert.Equal(new DateTime(year, 6, 30, 15, 59, 59, DateTimeKind.Utc), certificate.NotAfter.ToUniversalTime());
    }

    [Fact]
    [Trait("rule", "C1")]
    public async Task C1_the_authority_is_ready_when_the_holder_of_its_key_is()
    {
        Assert.Null(await workshop.Authority.WhyNotReady(CancellationToken.None));

        workshop.Key.NotReady = new KeyNotReady("TokenAbsent", "密码设备不在。", "The token is absent.");

        Assert.Equal(
            new AuthorityNotReady("TokenAbsent", "密码设备不在。", "The token is absent."), await workshop.Authority.WhyNotReady(CancellationToken.None));
    }

    [Fact]
    [Trait("rule", "C1")]
    public async Task C1_of_64_threads_exactly_one_signs()
    {
        var prepared = await workshop.Prepare();
        var (signed, refused) = (0, 0);
        using var start = new Barrier(64);
        var threads = Enumerable.Range(0, 64).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                workshop.Authority.Sign(prepared, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                Interlocked.Increment(ref signed);
            }
            catch (InvalidOperationException)
            {
                Interlocked.Increment(ref refused);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal((1, 63), (signed, refused));
        Assert.Equal(1, workshop.Key.Signatures);
    }

    [Fact]
    [Trait("rule", "C1")]
    public async Task C1_a_signature_that_does_not_verify_is_not_released_and_uses_the_permission_up()
    {
        var prepared = await workshop.Prepare();
        workshop.Key.SignsWrongly = true;
        await Assert.ThrowsAsync<CryptographicException>(async () => await workshop.Authority.Sign(prepared, TestContext.Current.CancellationToken));
        workshop.Key.SignsWrongly = false;

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await workshop.Authority.Sign(prepared, TestContext.Current.CancellationToken));

        Assert.Equal(1, workshop.Key.Signatures);
    }

    [Fact]
    public async Task What_another_authority_prepared_is_refused_and_stays_usable_there()
    {
        using var other = new Workshop();
        var prepared = await other.Prepare();

        await Assert.ThrowsAsync<ArgumentException>(async () => await workshop.Authority.Sign(prepared, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(async () => await workshop.Authority.Sign(new Forged(), TestContext.Current.CancellationToken));

        Assert.Equal(0, workshop.Key.Signatures);
        Assert.NotEmpty((await other.Authority.Sign(prepared, TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task A_cancelled_signing_uses_nothing_up()
    {
        var prepared = await workshop.Prepare();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await workshop.Authority.Sign(prepared, new CancellationToken(canceled: true)));

        Assert.NotEmpty((await workshop.Authority.Sign(prepared, TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task A_name_of_64_characters_fits_and_one_of_65_is_refused_before_anything_is_signed()
    {
        // U+20000 is one character in two UTF-16 units and four octets.
        var longest = string.Concat(Enumerable.Repeat("\U00020000", 64));
        using var certificate = X509CertificateLoader.LoadCertificate((await workshop.Issue(Workshop.Plan(longest))).Bytes.Span);
        Assert.Contains(longest, certificate.Subject, StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await workshop.Prepare(Workshop.Plan(longest + "x")));

        Assert.Equal(["NameTooLong"], refusal.Findings.Select(finding => finding.Id));
        Assert.DoesNotContain("\U00020000", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, workshop.Key.Signatures);
    }

    [Fact]
    public async Task A_name_that_is_no_text_is_refused_without_being_quoted()
    {
        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await workshop.Prepare(Workshop.Plan("half \uD800 pair")));

        Assert.Equal(["NameNotText"], refusal.Findings.Select(finding => finding.Id));
        Assert.Null(refusal.InnerException);
    }

    [Fact]
    public async Task A_lint_that_is_not_met_names_itself_and_nothing_is_signed()
    {
        // The plan's last second is right; its first is after it.
        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(
            async () => await workshop.Prepare(Workshop.Plan(notBefore: Instant.FromUtc(2028, 1, 1, 0, 0))));

        var finding = Assert.Single(refusal.Findings);
        Assert.Equal(("ValidityRunsForwards", "RFC 5280 §4.1.2.5"), (finding.Id, finding.Source));
        Assert.Contains("ValidityRunsForwards (RFC 5280 §4.1.2.5)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, workshop.Key.Signatures);
    }

    [Fact]
    public async Task The_authoritys_own_key_is_not_certified()
    {
        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await workshop.Prepare(request: Workshop.Request(workshop.Key.Key)));

        Assert.Equal(["PublicKeyIsNotTheAuthoritys"], refusal.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public async Task A_certificate_does_not_outlive_its_authority()
    {
        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await workshop.Prepare(Workshop.Plan(lastDate: new LocalDate(2055, 6, 1))));

        Assert.Equal(["ValidityStaysWithinAuthority"], refusal.Findings.Select(finding => finding.Id));
    }

    private static string SubjectInOrder(X509Certificate2 certificate) => string.Join(", ", certificate.SubjectName
        .EnumerateRelativeDistinguishedNames(reversed: false)
        .Select(rdn => $"{(rdn.GetSingleElementType().Value == "2.5.4.5" ? "SERIALNUMBER" : rdn.GetSingleElementType().FriendlyName)}={rdn.GetSingleElementValue()}"));

    private sealed class Forged : PreparedCertificate
    {
        public override SerialNumber Serial => Workshop.Serial;

        public override Digest TbsDigest => Digest.Parse(new string('0', 64));

        public override string SigningKey => "mine";
    }
}
