using System.Security.Cryptography;
using System.Text;

namespace ScCa.Pki.Asn1;

/// <summary>What a file of certificates, requests or lists holds: DER as it is, or the PEM blocks of one label (RFC 7468).</summary>
public static class Pem
{
    /// <summary>The DER of every block under the label; the bytes themselves where they are no PEM.</summary>
    /// <exception cref="PkiRefusedException">It looks like PEM and holds no block under the label.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Blocks(ReadOnlyMemory<byte> file, string label, PkiRefusal refusal)
    {
        if (file.IsEmpty || file.Span[0] == 0x30)
            return [file];
        var text = Encoding.Latin1.GetString(file.Span);
        var blocks = new List<ReadOnlyMemory<byte>>();
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
        {
            if (rest[found.Label].SequenceEqual(label))
                blocks.Add(Convert.FromBase64String(rest[found.Base64Data].ToString()));
        }

        return blocks.Count > 0 ? blocks : throw new PkiRefusedException(refusal);
    }

    public static string Write(string label, ReadOnlySpan<byte> der) => PemEncoding.WriteString(label, der) + "\n";
}
