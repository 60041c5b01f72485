using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using ScCa.Domain.Certificates;

namespace ScCa.Issuance.Building;

/// <summary>
/// TBSCertificate (RFC 5280 §4.1) of one kind under one issuer: what is the same in every certificate is encoded once and copied. The bytes are those that
/// the plain encoder of ScCa.Pki writes; a test compares them.
/// </summary>
/// <param name="algorithmAndIssuer">The two fields, encoded, in this order.</param>
/// <param name="before">Extensions in front of the key's identifier: the issuer's identifier.</param>
/// <param name="between">Extensions behind the key's identifier and in front of the identities.</param>
/// <param name="behind">Extensions behind the identities.</param>
internal sealed class TbsTemplate(byte[] algorithmAndIssuer, byte[] before, byte[] between, byte[] behind)
{
    private const byte Sequence = 0x30;
    private const byte Integer = 0x02;
    private const byte ExtensionsTag = 0xA3;
    private const int KeyIdentifierOctets = 20;
    private const int VariableOctetsMax = 160;

    // version [0] INTEGER v3(2)
    private static ReadOnlySpan<byte> Version => [0xA0, 0x03, 0x02, 0x01, 0x02];

    // SEQUENCE { 2.5.29.14, OCTET STRING { OCTET STRING, 20 octets } }, without the octets
    private static ReadOnlySpan<byte> KeyIdentifierHead => [0x30, 0x1D, 0x06, 0x03, 0x55, 0x1D, 0x0E, 0x04, 0x16, 0x04, 0x14];

    public byte[] Encode(in CertificateOrder order)
    {
        var octetsMax = algorithmAndIssuer.Length + before.Length + between.Length + behind.Length + order.Subject.Length + order.SubjectPublicKeyInfo.Length
            + order.Identities.Length + VariableOctetsMax;
        var buffer = octetsMax <= 2048 ? stackalloc byte[2048] : new byte[octetsMax];
        var tail = new DerTail(buffer);
        WriteExtensions(ref tail, order);
        tail.Copy(order.SubjectPublicKeyInfo.Span);
        tail.Copy(order.Subject);
        var end = tail.Start;
        DerTime.Write(ref tail, order.NotAfter);
        DerTime.Write(ref tail, order.NotBefore);
        tail.Close(Sequence, end);
        tail.Copy(algorithmAndIssuer);
        WriteSerial(ref tail, order.Serial);
        tail.Copy(Version);
        tail.Close(Sequence, buffer.Length);
        return tail.Written.ToArray();
    }

    private void WriteExtensions(ref DerTail tail, in CertificateOrder order)
    {
        var end = tail.Start;
        tail.Copy(behind);
        tail.Copy(order.Identities);
        tail.Copy(between);
        NameKey(order.KeyBits.Span, tail.Reserve(KeyIdentifierOctets));
        tail.Copy(KeyIdentifierHead);
        tail.Copy(before);
        tail.Close(Sequence, end);
        tail.Close(ExtensionsTag, end);
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 5280 §4.2.1.2 (1) makes the name of a key with SHA-1; it protects nothing.")]
    private static void NameKey(ReadOnlySpan<byte> keyBits, Span<byte> identifier) => SHA1.HashData(keyBits, identifier);

    // The number's octets, with a zero in front where its top bit is set (X.690 §8.3.3).
    private static void WriteSerial(ref DerTail tail, SerialNumber serial)
    {
        var hex = serial.Value.AsSpan();
        var end = tail.Start;
        var octets = tail.Reserve((hex.Length + 1) / 2);
        if (hex.Length % 2 == 0)
        {
            Convert.FromHexString(hex, octets, out _, out _);
        }
        else
        {
            octets[0] = (byte)Convert.FromHexString("0" + hex[..1].ToString())[0];
            Convert.FromHexString(hex[1..], octets[1..], out _, out _);
        }

        if (octets[0] >= 0x80)
            tail.Reserve(1)[0] = 0;
        tail.Close(Integer, end);
    }
}
