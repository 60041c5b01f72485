using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>
/// An authority whose certificates are words: what they say, for which key. Its signatures cost nothing and do not depend on the serial, so that two worlds can be
/// compared; it remembers every serial that it signed under.
/// </summary>
internal sealed class PaperAuthority(Perils perils) : ICertificateAuthority
{
    private readonly List<SerialNumber> signed = [];

    public IReadOnlyList<SerialNumber> Signed => signed;

    public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation) => default;

    public ValueTask<PreparedGeneration> Prepare(
        IssuancePlan plan, CertificateSubject subject, GenerationSerials serials, ReadOnlyMemory<byte> request, CancellationToken cancellation) =>
        ValueTask.FromResult(new PreparedGeneration(
            new Paper(serials.Signing, Der.From(Encoding.UTF8.GetBytes(
                $"{subject.CommonName}|{plan.Generation}|{plan.Validity.NotAfter.ToUnixTimeSeconds()}|{Convert.ToHexString(request.Span)}"))),
            null));

    public ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation) => perils.Around("authority", () =>
    {
        if (signed.Contains(prepared.Serial))
            throw new TestFailedException($"{prepared.Serial} was signed before.");
        signed.Add(prepared.Serial);
        return ValueTask.FromResult(((Paper)prepared).Der);
    });

    public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request) => KeyOf(certificate) == Convert.ToHexString(request.Span);

    public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature) =>
        signature.SequenceEqual(SignWith(KeyOf(certificate), challenge));

    /// <summary>The request of a key pair, which names it.</summary>
    public static byte[] RequestOf(string certificate, int generation) => Encoding.UTF8.GetBytes($"key {generation} of {certificate}");

    public static byte[] SignWith(string key, ReadOnlySpan<byte> challenge) => SHA256.HashData([.. Encoding.UTF8.GetBytes(key), .. challenge]);

    private static string KeyOf(Der certificate) => Encoding.UTF8.GetString(certificate.Bytes.Span) is var words ? words[(words.LastIndexOf('|') + 1)..] : "";

    private sealed class Paper(SerialNumber serial, Der der) : PreparedCertificate
    {
        public Der Der => der;

        public override SerialNumber Serial => serial;

        public override Digest TbsDigest => Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(der.Bytes.Span)));

        public override string SigningKey => "paper";
    }
}

/// <summary>The desk where keys are filled, and what is on them.</summary>
internal sealed class KeyDesk(Perils perils) : ITokenDesk
{
    private readonly SortedDictionary<string, string> written = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Written => written;

    public Task<ReadOnlyMemory<byte>> RequestKey(string certificate, int generation, CancellationToken cancellation) =>
        perils.Around("key desk", () => ValueTask.FromResult<ReadOnlyMemory<byte>>(PaperAuthority.RequestOf(certificate, generation))).AsTask();

    public async Task Write(string certificate, int generation, KeyContent content, CancellationToken cancellation) => await perils.Around("key desk", () =>
    {
        written[$"{certificate}-{generation}"] = Encoding.UTF8.GetString(content.Signing.Span);
        return ValueTask.CompletedTask;
    });
}

/// <summary>Bytes that are the same in every world, but for serials: those never come twice.</summary>
internal sealed class EvenRandom : IRandomSource
{
    private const int SerialLength = 16;

    private long serials;

    /// <summary>Nothing that is drawn now is a serial.</summary>
    public bool IsEven { get; set; }

    public void Fill(Span<byte> bytes)
    {
        bytes.Fill((byte)bytes.Length);
        if (bytes.Length == SerialLength && !IsEven)
            BitConverter.TryWriteBytes(bytes[8..], ++serials);
    }
}
