using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Tests.RevocationLists;

/// <summary>Lists that nobody writes here: of the old version, about others' certificates, and wrong ones.</summary>
internal static class HandmadeList
{
    /// <summary>2.5.29.21 and the like, each with what its OCTET STRING holds.</summary>
    public static Extension Of(string oid, bool isCritical, Action<AsnWriter> value) => new(oid, isCritical, Writing.Der(value));

    public static Extension IssuerIs(DistinguishedName name) => Of(Oids.CertificateIssuer, true, writer =>
    {
        using (writer.PushSequence())
            writer.WriteEncoded(GeneralName.DirectoryName(name).Encoded);
    });

    public static RevocationList Of(int? version, IReadOnlyList<(int Serial, IReadOnlyList<Extension> Extensions)>? entries, params IReadOnlyList<Extension> extensions) =>
        RevocationList.From(Bytes(version, entries, extensions));

    public static byte[] Bytes(int? version, IReadOnlyList<(int Serial, IReadOnlyList<Extension> Extensions)>? entries, IReadOnlyList<Extension> extensions)
    {
        var toBeSigned = Writing.Sequence(writer =>
        {
            if (version is { } number)
                writer.WriteInteger(number);
            writer.WriteEncoded(SignatureAlgorithm.Sm2WithSm3.Identifier);
            writer.WriteEncoded(TestAuthority.NameOf("Test Root").Encoded);
            writer.WriteTime(TestAuthority.Now);
            if (entries is not null)
                WriteEntries(writer, entries);
            if (extensions.Count == 0)
                return;
            using (writer.PushExplicit(0))
                Extension.WriteAll(writer, extensions);
        });
        return SignedBytes.Assemble(toBeSigned, SignatureAlgorithm.Sm2WithSm3, [0x30, 0x00]);
    }

    private static void WriteEntries(AsnWriter writer, IReadOnlyList<(int Serial, IReadOnlyList<Extension> Extensions)> entries)
    {
        using (writer.PushSequence())
        {
            foreach (var (serial, extensions) in entries)
            {
                using (writer.PushSequence())
                {
                    writer.WriteInteger(serial);
                    writer.WriteTime(TestList.RevokedAt);
                    if (extensions.Count > 0)
                        Extension.WriteAll(writer, extensions);
                }
            }
        }
    }
}
