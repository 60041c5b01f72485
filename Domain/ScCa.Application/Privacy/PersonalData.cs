using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.Privacy;

/// <summary>
/// Seals personal facts under a key per subject, opens them at read time, and makes them findable by a keyed hash (A7). Each subject's key is wrapped
/// under a key derived from the master key; once a subject's wrapped key is destroyed, nothing sealed for him can be opened again.
/// </summary>
public sealed class PersonalData(ISubjectKeys keys, IMasterKey master, IRandomSource random)
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const string Format = "1.";

    /// <summary>The subject that a phone's owner is; the same phone is the same subject.</summary>
    public SubjectId SubjectOf(Phone phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return new SubjectId("s-" + KeyedHash("subject/phone", phone.Digits)[..32]);
    }

    public PhoneIndex IndexOf(Phone phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return new PhoneIndex(KeyedHash("index/phone", phone.Digits));
    }

    /// <summary>The subject whom an ID number names.</summary>
    public SubjectId SubjectOfIdNumber(string idNumber) => new("i-" + KeyedHash("subject/id-number", idNumber)[..32]);

    /// <summary>The subject behind a payer's account name, which may be a person's.</summary>
    public SubjectId SubjectOfPayer(string name) => new("p-" + KeyedHash("subject/payer", CertificateName.Normalise(name))[..32]);

    public IdNumberIndex IndexOfIdNumber(string idNumber) => new(KeyedHash("index/id-number", idNumber));

    /// <summary>Compares names without telling them (P1).</summary>
    public NameIndex IndexOfName(string name) => new(KeyedHash("index/name", CertificateName.Normalise(name)));

    public async ValueTask<SealedText> Seal(SubjectId subject, string field, string plaintext, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(plaintext);
        var wrapped = await keys.Find(subject.Value, cancellation).ConfigureAwait(false)
            ?? await keys.AddIfAbsent(subject.Value, WrapNewKey(subject), cancellation).ConfigureAwait(false);
        return SealUnder(wrapped, subject, field, plaintext);
    }

    /// <summary>The fact in clear, or null where the subject's key has been destroyed.</summary>
    public async ValueTask<string?> Open(SubjectId subject, string field, SealedText sealedText, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(sealedText);
        return await keys.Find(subject.Value, cancellation).ConfigureAwait(false) is { } wrapped
            ? OpenUnder(wrapped, subject, field, sealedText)
            : null;
    }

    private SealedText SealUnder(ReadOnlyMemory<byte> wrapped, SubjectId subject, string field, string plaintext)
    {
        Span<byte> key = stackalloc byte[KeySize];
        try
        {
            Unwrap(wrapped.Span, subject, key);
            var sealedBytes = Encrypt(key, Encoding.UTF8.GetBytes(plaintext), Bound(subject, field));
            return new SealedText(Format + Convert.ToBase64String(sealedBytes));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private string OpenUnder(ReadOnlyMemory<byte> wrapped, SubjectId subject, string field, SealedText sealedText)
    {
        if (!sealedText.Value.StartsWith(Format, StringComparison.Ordinal))
            throw new CryptographicException("A sealed text of an unknown format.");
        Span<byte> key = stackalloc byte[KeySize];
        try
        {
            Unwrap(wrapped.Span, subject, key);
            return Encoding.UTF8.GetString(Decrypt(key, Convert.FromBase64String(sealedText.Value[Format.Length..]), Bound(subject, field)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private byte[] WrapNewKey(SubjectId subject)
    {
        Span<byte> key = stackalloc byte[KeySize];
        Span<byte> wrapping = stackalloc byte[KeySize];
        try
        {
            random.Fill(key);
            master.Derive("wrap/subject", wrapping);
            return Encrypt(wrapping, key, Bound(subject, "key"));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(wrapping);
        }
    }

    private void Unwrap(ReadOnlySpan<byte> wrapped, SubjectId subject, Span<byte> key)
    {
        Span<byte> wrapping = stackalloc byte[KeySize];
        byte[]? plain = null;
        try
        {
            master.Derive("wrap/subject", wrapping);
            plain = Decrypt(wrapping, wrapped, Bound(subject, "key"));
            plain.CopyTo(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrapping);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    // Whatever is sealed is bound to its subject and its field: moved elsewhere it does not open.
    private static byte[] Bound(SubjectId subject, string field) => Encoding.UTF8.GetBytes($"{subject.Value}|{field}");

    private byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> bound)
    {
        var result = new byte[NonceSize + plaintext.Length + TagSize];
        var nonce = result.AsSpan(0, NonceSize);
        random.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plaintext, result.AsSpan(NonceSize, plaintext.Length), result.AsSpan(NonceSize + plaintext.Length), bound);
        return result;
    }

    private static byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound)
    {
        if (box.Length < NonceSize + TagSize)
            throw new CryptographicException("A sealed value is too short.");
        var plaintext = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plaintext, bound);
        return plaintext;
    }

    private string KeyedHash(string purpose, string text)
    {
        Span<byte> key = stackalloc byte[KeySize];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        try
        {
            master.Derive(purpose, key);
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
