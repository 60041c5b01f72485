using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Tests.Crashes.Matrix;

/// <summary>A planted defect: it signs when it is asked to prepare, before anybody could have made an intent durable.</summary>
internal sealed class SignsFirst(ICertificateAuthority real) : ICertificateAuthority
{
    private readonly Dictionary<SerialNumber, Der> signed = [];

    public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation) => real.WhyNotReady(cancellation);

    public async ValueTask<PreparedGeneration> Prepare(
        IssuancePlan plan, CertificateSubject subject, GenerationSerials serials, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        var prepared = await real.Prepare(plan, subject, serials, request, cancellation);
        signed[prepared.Signing.Serial] = await real.Sign(prepared.Signing, cancellation);
        return prepared;
    }

    public async ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation) =>
        signed.Remove(prepared.Serial, out var before) ? before : await real.Sign(prepared, cancellation);

    public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request) => real.HasSameKey(certificate, request);

    public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature) => real.VerifyWithKeyOf(certificate, challenge, signature);
}
