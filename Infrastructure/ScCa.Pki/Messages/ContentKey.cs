using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;

namespace ScCa.Pki.Messages;

/// <summary>A fresh key for one content, with the cipher that suits its recipients; wiped when disposed of.</summary>
internal sealed class ContentKey : IDisposable
{
    private readonly byte[] octets;

    private ContentKey(ContentCipher cipher)
    {
        Cipher = cipher;
        octets = GC.AllocateUninitializedArray<byte>(cipher.KeySizeInBytes, pinned: true);
        RandomNumberGenerator.Fill(octets);
    }

    public ContentCipher Cipher { get; }

    public ReadOnlySpan<byte> Octets => octets;

    /// <exception cref="PkiRefusedException">A recipient's key is of a kind that nothing is encrypted for.</exception>
    /// <exception cref="ArgumentException">There is no recipient, they are of several kinds, or a certificate is not for encryption.</exception>
    public static ContentKey For(IReadOnlyList<PkiCertificate> recipients)
    {
        ArgumentOutOfRangeException.ThrowIfZero(recipients.Count, nameof(recipients));
        var kinds = recipients.Select(recipient => recipient.PublicKey.Kind).Distinct().ToList();
        if (kinds.Count > 1)
            throw new ArgumentException("One message is for recipients of one kind of key: the weaker suite would decide.", nameof(recipients));
        // GM/T 0015: of a pair of certificates one signs and the other encrypts.
        if (!recipients.All(recipient => recipient.Extensions.Allows(KeyUsages.KeyEncipherment)))
            throw new ArgumentException("A recipient's certificate is not for encryption.", nameof(recipients));
        return kinds[0] switch
        {
            PublicKeyKind.Sm2 => new(ContentCipher.Sm4Cbc),
            PublicKeyKind.Rsa => new(ContentCipher.Aes256Cbc),
            _ => throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown),
        };
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(octets);
}
