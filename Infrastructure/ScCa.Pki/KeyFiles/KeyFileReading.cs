using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Messages;

namespace ScCa.Pki.KeyFiles;

/// <summary>Reads a PFX, RFC 7292 §4: first the code over everything, then what it holds.</summary>
internal sealed class KeyFileReading(KeyFilePassword password, IterationBudget budget)
{
    private const int LengthMax = 1024 * 1024;
    private const int Version = 3;
    private const int BagsMax = 64;

    private readonly List<PkiCertificate> certificates = [];
    private byte[]? privateKey;
    private int bags;

    /// <param name="PrivateKey">PKCS#8 in pinned memory, the caller's to wipe.</param>
    internal sealed record Contents(byte[] PrivateKey, IReadOnlyList<PkiCertificate> Certificates);

    public static Contents Read(ReadOnlyMemory<byte> file, KeyFilePassword password, IterationBudget budget)
    {
        if (file.Length > LengthMax)
            throw new PkiRefusedException(PkiRefusal.TooLong);
        var reading = new KeyFileReading(password, budget);
        try
        {
            return Reading.Whole(file, PkiRefusal.KeyFileMalformed, reading.Read, AsnEncodingRules.BER);
        }
        catch
        {
            CryptographicOperations.ZeroMemory(reading.privateKey);
            throw;
        }
    }

    private Contents Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        if (fields.ReadSmallInteger() != Version)
            throw new AsnContentException("The version is 3.");
        var content = ContentInfo.Read(fields, MessageType.Data, (_, inner) => inner.ReadOctetString());
        RequireCode(fields, content);
        fields.RequireEmpty();
        foreach (var part in Reading.Whole(content, PkiRefusal.KeyFileMalformed, safe => Reading.Each(safe.ReadSequence(), one => one.ReadEncodedValue()), AsnEncodingRules.BER))
            Reading.Whole(part, PkiRefusal.KeyFileMalformed, ReadPart, AsnEncodingRules.BER);
        return privateKey is null ? throw new AsnContentException("The file holds no private key.") : new(privateKey, certificates);
    }

    // MacData ::= SEQUENCE { DigestInfo, macSalt, iterations DEFAULT 1 }. A file without it could be put together by anybody.
    private void RequireCode(AsnReader fields, ReadOnlySpan<byte> content)
    {
        var mac = fields.ReadSequence();
        var info = mac.ReadSequence();
        var hash = PasswordHash.FindByDigest(DigestAlgorithm.Read(info)) ?? throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown);
        var code = info.ReadOctetString();
        info.RequireEmpty();
        var salt = mac.ReadOctetString();
        var iterations = mac.HasData ? mac.ReadSmallInteger() : 1;
        mac.RequireEmpty();
        budget.Spend(iterations);
        if (!CryptographicOperations.FixedTimeEquals(hash.Authenticate(password, salt, iterations, content), code))
            throw new PkiRefusedException(PkiRefusal.KeyFileRejected);
    }

    private int ReadPart(AsnReader reader) => IsEncrypted(reader.PeekEncodedValue())
        ? ContentInfo.Read(reader, MessageType.EncryptedData, (_, inner) => ReadEncrypted(EncryptedData.Read(inner)))
        : ContentInfo.Read(reader, MessageType.Data, (_, inner) => ReadBags(inner.ReadOctetString()));

    private static bool IsEncrypted(ReadOnlyMemory<byte> contentInfo) =>
        MessageProfile.Is(new AsnReader(contentInfo, AsnEncodingRules.BER).ReadSequence().ReadObjectIdentifier(), MessageType.EncryptedData);

    private int ReadEncrypted(EncryptedContent content) => ReadBags(PasswordCipher.Of(content.Algorithm).Decrypt(password, budget, content.Ciphertext.Span));

    private int ReadBags(byte[] content)
    {
        try
        {
            return Reading.Whole(content, PkiRefusal.KeyFileMalformed, reader => Reading.Each(reader.ReadSequence(), ReadBag).Count, AsnEncodingRules.BER);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private int ReadBag(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var type = fields.ReadObjectIdentifier();
        var value = fields.ReadSequence(Reading.Context(0)).ReadEncodedValue();
        switch (type)
        {
            case Oids.ShroudedKeyBag:
                TakeKey(Reading.Whole(value, PkiRefusal.KeyFileMalformed, OpenKey, AsnEncodingRules.BER));
                break;
            case Oids.KeyBag:
                TakeKey(value.ToArray());
                break;
            case Oids.CertificateBag:
                Reading.Whole(value, PkiRefusal.KeyFileMalformed, ReadCertificate, AsnEncodingRules.BER);
                break;
        }

        return ++bags <= BagsMax ? bags : throw new AsnContentException("There are too many bags.");
    }

    // EncryptedPrivateKeyInfo, RFC 5958 §3.
    private byte[] OpenKey(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var cipher = PasswordCipher.Of(AlgorithmIdentifier.Read(fields));
        var ciphertext = fields.ReadOctetString();
        fields.RequireEmpty();
        return cipher.Decrypt(password, budget, ciphertext);
    }

    private void TakeKey(byte[] key)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(pinned, 0);
        CryptographicOperations.ZeroMemory(key);
        if (privateKey is not null)
        {
            CryptographicOperations.ZeroMemory(pinned);
            throw new AsnContentException("The file holds several private keys.");
        }

        privateKey = pinned;
    }

    private int ReadCertificate(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var isX509 = fields.ReadObjectIdentifier() == Oids.X509CertificateBag;
        var wrapper = fields.ReadSequence(Reading.Context(0));
        if (isX509)
            certificates.Add(PkiCertificate.From(wrapper.ReadOctetString()));
        return certificates.Count;
    }
}
