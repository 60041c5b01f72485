using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.People;

namespace ScCa.Application.Privacy;

/// <summary>
/// Seals personal facts under a key per subject, opens them at read time, and makes them findable by a keyed hash (A7). Each subject's key is wrapped
/// under the master key; once a subject's wrapped key is destroyed, nothing sealed for him can be opened again. What people are found by is made with a secret
/// that no rotation changes.
/// </summary>
public sealed class PersonalData(SubjectVault vault, LastingSecret secret, IRandomSource random)
{
    private const string Format = "1.";

    /// <summary>The subject that a phone's owner is; the same phone is the same subject.</summary>
    public SubjectId SubjectOf(Phone phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return new SubjectId(SubjectKinds.Phone + KeyedHash("subject/phone", phone.Digits)[..32]);
    }

    public PhoneIndex IndexOf(Phone phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return new PhoneIndex(KeyedHash("index/phone", phone.Digits));
    }

    /// <summary>The subject whom an ID number names.</summary>
    public SubjectId SubjectOfIdNumber(string idNumber) => new(SubjectKinds.IdNumber + KeyedHash("subject/id-number", idNumber)[..32]);

    /// <summary>The subject behind one payment. Not behind the payer's name: people who share a name must not share what one of them has erased.</summary>
    public SubjectId SubjectOfPayment(BankReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new SubjectId(SubjectKinds.Payment + KeyedHash("subject/payment", reference.Value)[..32]);
    }

    /// <summary>Names that differ only in width and kinds of brackets have the same index (P1).</summary>
    public NameIndex IndexOfName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new NameIndex(KeyedHash("index/name", CertificateName.Normalise(name)));
    }

    /// <summary>An id is read without the spaces around it and in capitals, as the last character of a resident's id may be an x.</summary>
    public IdNumberIndex IndexOfIdNumber(string idNumber)
    {
        ArgumentNullException.ThrowIfNull(idNumber);
        return new IdNumberIndex(KeyedHash("index/id-number", idNumber.Trim().ToUpperInvariant()));
    }

    /// <exception cref="SubjectErasedException">The subject's key has been destroyed.</exception>
    public async ValueTask<SealedText> Seal(SubjectId subject, string field, string plaintext, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(plaintext);
        using var key = await vault.FindOrMake(subject.Value, cancellation).ConfigureAwait(false) ?? throw new SubjectErasedException(subject);
        return new SealedText(Format + Convert.ToBase64String(Box.Seal(random, key.Bytes, Encoding.UTF8.GetBytes(plaintext), Bound(subject, field))));
    }

    /// <summary>The phone of who handles a business, in clear; null once he is erased.</summary>
    public ValueTask<string?> OpenPhone(Handler handler, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Open(handler.Subject, SealedField.HandlerPhone, handler.Phone, cancellation);
    }

    /// <summary>The fact in clear, or null where the subject's key has been destroyed.</summary>
    public async ValueTask<string?> Open(SubjectId subject, string field, SealedText sealedText, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(sealedText);
        if (!sealedText.Value.StartsWith(Format, StringComparison.Ordinal))
            throw new CryptographicException("A sealed text of an unknown format.");
        using var key = await vault.Find(subject.Value, cancellation).ConfigureAwait(false);
        return key is null
            ? null
            : Encoding.UTF8.GetString(Box.Open(key.Bytes, Convert.FromBase64String(sealedText.Value[Format.Length..]), Bound(subject, field)));
    }

    // Whatever is sealed is bound to its subject and its field: moved elsewhere it does not open.
    private static byte[] Bound(SubjectId subject, string field) => Encoding.UTF8.GetBytes($"{subject.Value}|{field}");

    private string KeyedHash(string purpose, string text)
    {
        using var key = new ClearKey();
        secret.Derive(purpose, key.Bytes);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes(text)));
    }
}
