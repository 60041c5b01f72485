using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using ScCa.Pki.RevocationLists;
using Xunit;

namespace ScCa.Application.Tests.Status;

/// <summary>Somebody who asks about certificates of one of the authorities, and believes only what verifies.</summary>
internal sealed class RelyingParty(IServiceProvider asked, IClock clock, string authority)
{
    public const string Sm2 = "issuing-sm2";
    public const string P256 = "issuing-p256";

    public RelyingParty(TestSystem system, string authority = Sm2)
        : this(system.Services, system.Clock, authority)
    {
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IRevocationServices Services => asked.GetRequiredService<IRevocationServices>();

    private DateTimeOffset Now => clock.GetCurrentInstant().ToDateTimeOffset();

    public Task<PkiCertificate> Issuer() => CertificateOf(authority);

    public async Task<PkiCertificate> CertificateOf(string name) =>
        PkiCertificate.From((await Services.AuthorityCertificate(name, Cancellation))!.Bytes);

    public Task<OcspStatus> Ask(SerialNumber serial, bool hasNonce = false) => Ask(serial.ToDerInteger(), hasNonce);

    public async Task<OcspStatus> Ask(ReadOnlyMemory<byte> serial, bool hasNonce = false)
    {
        var issuer = await Issuer();
        var nonce = hasNonce ? OcspNonce.New() : [];
        var response = OcspResponse.From((await Answer([IdOf(issuer, serial)], nonce)).Bytes);
        Assert.Equal(OcspResponseStatus.Successful, response.Status);
        var verified = response.Verify(new OcspQuestion(issuer, serial, Now, nonce));
        Assert.Equal(OcspCheck.None, verified.Failed);
        return verified.Answer!.Status;
    }

    public async Task<PublishedFile> Answer(IReadOnlyList<OcspCertificateId> ids, ReadOnlyMemory<byte> nonce = default) =>
        await Services.AnswerOcsp(new OcspRequestContent(ids, nonce).Encode(), Cancellation);

    public async Task<OcspResponseStatus> Refusal(PkiCertificate issuer, SerialNumber serial) =>
        OcspResponse.From((await Answer([IdOf(issuer, serial.ToDerInteger())])).Bytes).Status;

    /// <summary>The list as it is served; it is the authority's and holds now.</summary>
    public async Task<RevocationList> List(string suffix = "")
    {
        var list = RevocationList.From((await Services.RevocationList(authority + suffix, Cancellation))!.Bytes);
        Assert.True(list.IsSignedBy((await Issuer()).PublicKey));
        Assert.True(list.IsCurrentAt(Now));
        return list;
    }

    public static OcspCertificateId IdOf(PkiCertificate issuer, ReadOnlyMemory<byte> serial) => OcspCertificateId.Of(new OcspIssuer(issuer), serial, DigestAlgorithm.Sha256);
}
