using System.Security.Cryptography;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Issuance.Issuing;

/// <summary>
/// Linted bytes and the right to sign them once. Only <see cref="IssuingAuthority"/> makes one, and only after every lint has passed; it lives in memory
/// alone, so a process that restarts holds no such right and must prepare, lint and commit anew.
/// </summary>
internal sealed class SingleUseCertificate : PreparedCertificate
{
    private readonly byte[] tbs;

    private readonly byte[] digest;

    private int taken;

    internal SingleUseCertificate(IssuingAuthority authority, SerialNumber serial, byte[] tbs)
    {
        Authority = authority;
        this.tbs = tbs;
        Serial = serial;
        digest = SHA256.HashData(tbs);
    }

    public override SerialNumber Serial { get; }

    public override Digest TbsDigest => Digest.Parse(Convert.ToHexStringLower(digest));

    public override string SigningKey => Authority.KeyName;

    internal IssuingAuthority Authority { get; }

    /// <summary>The same as <see cref="TbsDigest"/>, in octets.</summary>
    internal ReadOnlySpan<byte> DigestOctets => digest;

    /// <summary>
    /// The bytes, for the first caller only. Taken before the key is touched: were it the other way round, a failure in between would leave a signature
    /// behind and the right to make another.
    /// </summary>
    internal byte[] Take() => Interlocked.Exchange(ref taken, 1) == 0
        ? tbs
        : throw new InvalidOperationException($"The certificate with serial {Serial} has been signed before, or its signing has been tried.");
}
