using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A real authority, each of whose signatures may be where the process dies; it remembers every serial that it signed under.</summary>
internal sealed class PerilousAuthority(ICertificateAuthority real, Perils perils, List<string>? signed = null) : ICertificateAuthority
{
    public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation) => real.WhyNotReady(cancellation);

    public ValueTask<PreparedGeneration> Prepare(
        IssuancePlan plan, CertificateSubject subject, GenerationSerials serials, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        perils.Alive();
        return real.Prepare(plan, subject, serials, request, cancellation);
    }

    public ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation) => perils.Around("authority", () =>
    {
        signed?.Add(prepared.Serial.Value);
        return real.Sign(prepared, cancellation);
    });

    public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request) => real.HasSameKey(certificate, request);

    public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature) => real.VerifyWithKeyOf(certificate, challenge, signature);
}

/// <summary>The same of a real seal maker.</summary>
internal sealed class PerilousSealMaker(ISealMaker real, Perils perils, List<string> signed) : ISealMaker
{
    public ValueTask<PreparedSeal> Prepare(SealPlan plan, CancellationToken cancellation)
    {
        perils.Alive();
        return real.Prepare(plan, cancellation);
    }

    public ValueTask<Der> Sign(PreparedSeal prepared, CancellationToken cancellation) => perils.Around("seal maker", () =>
    {
        signed.Add(prepared.SealId);
        return real.Sign(prepared, cancellation);
    });
}

/// <summary>The same of a real desk where keys are filled.</summary>
internal sealed class PerilousTokenDesk(ITokenDesk real, Perils perils) : ITokenDesk
{
    public async Task<ReadOnlyMemory<byte>> RequestKey(string certificate, int generation, CancellationToken cancellation) =>
        await perils.Around("key desk", async () => await real.RequestKey(certificate, generation, cancellation));

    public async Task Write(string certificate, int generation, KeyContent content, CancellationToken cancellation) =>
        await perils.Around("key desk", async () => await real.Write(certificate, generation, content, cancellation));
}
