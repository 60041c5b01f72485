using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.RevocationLists;
using ScCa.Signing;
using Oids = ScCa.Pki.Oids;

namespace ScCa.Benchmarks.Pki;

/// <summary>A list of so many revoked certificates with serial numbers of 16 octets in no order, and a key that signs it.</summary>
public sealed class ListWorkload(PublicKeyKind kind, int count)
{
    private const int SerialSize = 16;

    private static readonly DateTimeOffset At = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly KeySigner signer = kind == PublicKeyKind.Sm2
        ? KeySigner.Of(new Sm2SigningKey(Sm2PrivateKey.Generate()))
        : KeySigner.Of(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private readonly byte[] serials = Serials(count);

    public int Count => count;

    public PublicKey Key => signer.PublicKey;

    /// <summary>Every other entry gives its reason; no two times are the same.</summary>
    public RevocationListWriter Fill()
    {
        var writer = new RevocationListWriter(
            new(signer.Algorithm, DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.CommonName, "Benchmark")), At, At.AddDays(1), [CrlNumber.Of(1)]), count);
        for (var i = 0; i < count; i++)
            writer.Add(serials.AsSpan(i * SerialSize, SerialSize), At.AddSeconds(-i), i % 2 == 0 ? RevocationReason.Superseded : null);
        return writer;
    }

    public ReadOnlyMemory<byte> Sign(RevocationListWriter writer) => writer.Sign(signer);

    public ReadOnlySpan<byte> Serial(int number) => serials.AsSpan(number * SerialSize, SerialSize);

    private static byte[] Serials(int count)
    {
        var serials = RandomNumberGenerator.GetBytes(count * SerialSize);
        // Positive, and with all of their octets.
        for (var i = 0; i < count; i++)
            serials[i * SerialSize] = (byte)(serials[i * SerialSize] % 0x7F + 1);
        return serials;
    }
}
