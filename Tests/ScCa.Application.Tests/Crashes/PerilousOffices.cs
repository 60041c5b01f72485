using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Journal;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A real authority, each of whose signatures may be where the process dies; it remembers every serial that it signed under.</summary>
/// <param name="journal">Where a signature is on record before the key is asked; null where nobody dies between the two.</param>
internal sealed class PerilousAuthority(ICertificateAuthority real, Perils perils, List<string>? signed = null, Func<SignatureJournal>? journal = null) : ICertificateAuthority
{
    /// <summary>The line is in the journal, and the key was not asked.</summary>
    public const string BeforeTheKey = "before the key";

    public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation) => real.WhyNotReady(cancellation);

    public ValueTask<PreparedGeneration> Prepare(
        IssuancePlan plan, CertificateSubject subject, GenerationSerials serials, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        perils.Alive();
        return real.Prepare(plan, subject, serials, request, cancellation);
    }

    public async ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation)
    {
        if (journal is not null)
            await perils.Within(BeforeTheKey, async () => await journal().Begin(prepared.Serial, prepared.TbsDigest, prepared.SigningKey, "died", cancellation));
        return await perils.Around("authority", () =>
        {
            signed?.Add(prepared.Serial.Value);
            return real.Sign(prepared, cancellation);
        });
    }

    public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request) => real.HasSameKey(certificate, request);

    public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature) => real.VerifyWithKeyOf(certificate, challenge, signature);
}

/// <summary>The same of a real seal maker.</summary>
internal sealed class PerilousSealMaker(ISealMaker real, Perils perils, List<string> signed, Func<SignatureJournal> journal) : ISealMaker
{
    public ValueTask<PreparedSeal> Prepare(SealPlan plan, CancellationToken cancellation)
    {
        perils.Alive();
        return real.Prepare(plan, cancellation);
    }

    public async ValueTask<Der> Sign(PreparedSeal prepared, CancellationToken cancellation)
    {
        // The maker counts by serials, and a seal's id stands for one.
        var serial = SerialNumber.Parse(prepared.SealId.TrimStart('0').ToUpperInvariant());
        await perils.Within(PerilousAuthority.BeforeTheKey, async () => await journal().Begin(serial, prepared.TbsDigest, prepared.SigningKey, "died", cancellation));
        return await perils.Around("seal maker", () =>
        {
            signed.Add(prepared.SealId);
            return real.Sign(prepared, cancellation);
        });
    }
}

/// <summary>The same of a real desk where keys are filled.</summary>
internal sealed class PerilousTokenDesk(ITokenDesk real, Perils perils) : ITokenDesk
{
    public async Task<ReadOnlyMemory<byte>> RequestKey(string certificate, int generation, CancellationToken cancellation) =>
        await perils.Around("key desk", async () => await real.RequestKey(certificate, generation, cancellation));

    public async Task Write(string certificate, int generation, KeyContent content, CancellationToken cancellation) =>
        await perils.Around("key desk", async () => await real.Write(certificate, generation, content, cancellation));
}
