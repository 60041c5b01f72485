using System.Security.Cryptography;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Issuance;

/// <summary>
/// Linted bytes and the right to sign them once. Only <see cref="CertificateAuthority"/> makes one, and only after every lint has passed; it lives in
/// memory alone, so a process that restarts holds no such right and must prepare, lint and commit anew.
/// </summary>
internal sealed class SingleUseCertificate : PreparedCertificate
{
    private readonly CertificateAuthority authority;

    private readonly byte[] tbs;

    private int taken;

    internal SingleUseCertificate(CertificateAuthority authority, SerialNumber serial, byte[] tbs, string signingKey)
    {
        this.authority = authority;
        this.tbs = tbs;
        Serial = serial;
        SigningKey = signingKey;
        TbsDigest = Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(tbs)));
    }

    public override SerialNumber Serial { get; }

    public override Digest TbsDigest { get; }

    public override string SigningKey { get; }

    internal bool IsFrom(CertificateAuthority other) => ReferenceEquals(authority, other);

    /// <summary>
    /// The bytes, for the first caller only. Taken before the key is touched: were it the other way round, a failure in between would leave a signature
    /// behind and the right to make another.
    /// </summary>
    internal byte[] Take() => Interlocked.Exchange(ref taken, 1) == 0
        ? tbs
        : throw new InvalidOperationException($"The certificate with serial {Serial} has been signed before, or its signing has been tried.");
}
