using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Signing;

namespace ScCa.Pki.Messages;

/// <summary>A message under a key that both sides have, RFC 5652 §8 and GM/T 0010.</summary>
public sealed class EncryptedData
{
    private readonly EncryptedContent content;

    private EncryptedData(EncryptedContent content) => this.content = content;

    public string ContentType => content.ContentType;

    /// <exception cref="PkiRefusedException">The bytes are no such message.</exception>
    public static EncryptedData From(ReadOnlyMemory<byte> encoded) => ContentInfo.Read(
        encoded, MessageType.EncryptedData, PkiRefusal.MessageMalformed, (_, reader) => new EncryptedData(Read(reader)));

    /// <summary>Encrypts with SM4-CBC where the key has 16 bytes, with AES-256-CBC where it has 32.</summary>
    public static byte[] Seal(MessageProfile profile, ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var cipher = key.Length == Sm4.KeySizeInBytes ? ContentCipher.Sm4Cbc
            : key.Length == ContentCipher.Aes256Cbc.KeySizeInBytes ? ContentCipher.Aes256Cbc
            : throw new ArgumentException("A key has 16 or 32 bytes.", nameof(key));
        var encrypted = new AsnWriter(AsnEncodingRules.DER);
        EncryptedContent.Write(encrypted, profile.TypeOf(MessageType.Data), cipher, key, content);
        return ContentInfo.Write(profile.TypeOf(MessageType.EncryptedData), writer => Write(writer, profile.IsOfPkcs7 ? 1 : 0, encrypted));
    }

    /// <exception cref="PkiRefusedException">It does not open with this key.</exception>
    public byte[] Open(ReadOnlySpan<byte> key) => content.OpenAndWipe(key.ToArray(), hidesKeyFailure: false);

    internal static EncryptedContent Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        // RFC 5652 §8: 0, or 2 with attributes beside; GM/T 0010 writes 1.
        if (fields.ReadSmallInteger() is < 0 or > 2)
            throw new AsnContentException("No encrypted message has this version.");
        var content = EncryptedContent.Read(fields);
        if (fields.Has(1))
            fields.ReadEncodedValue();
        fields.RequireEmpty();
        return content;
    }

    private static void Write(AsnWriter writer, int version, AsnWriter encrypted)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(version);
            encrypted.CopyTo(writer);
        }
    }
}
