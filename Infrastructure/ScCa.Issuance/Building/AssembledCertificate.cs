namespace ScCa.Issuance.Building;

/// <summary>Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }, RFC 5280 §4.1.</summary>
internal static class AssembledCertificate
{
    private const byte Sequence = 0x30;
    private const byte BitString = 0x03;
    private const int HeadersOctetsMax = 16;

    /// <summary>Puts the signed bytes in as they are: nothing is built a second time, so nothing can differ from what was linted.</summary>
    public static byte[] Assemble(ReadOnlySpan<byte> tbs, ReadOnlySpan<byte> algorithm, ReadOnlySpan<byte> signature)
    {
        var octetsMax = tbs.Length + algorithm.Length + signature.Length + HeadersOctetsMax;
        var buffer = octetsMax <= 2048 ? stackalloc byte[2048] : new byte[octetsMax];
        var tail = new DerTail(buffer);
        tail.Copy(signature);
        // No unused bits.
        tail.Reserve(1)[0] = 0;
        tail.Close(BitString, buffer.Length);
        tail.Copy(algorithm);
        tail.Copy(tbs);
        tail.Close(Sequence, buffer.Length);
        return tail.Written.ToArray();
    }
}
