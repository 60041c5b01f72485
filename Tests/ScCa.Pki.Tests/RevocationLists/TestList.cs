using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Tests.RevocationLists;

/// <summary>Lists as a test needs them.</summary>
internal static class TestList
{
    public static readonly DateTimeOffset RevokedAt = new(2026, 11, 30, 1, 2, 3, TimeSpan.Zero);

    public static RevocationList Of(TestAuthority authority, IReadOnlyList<Extension> extensions, params IReadOnlyList<RevokedEntry> entries) => new RevocationListContent(
        authority.Key.Signer.Algorithm, authority.Name, TestAuthority.Now, TestAuthority.Now.AddDays(7),
        [KeyIdentifiers.OfAuthority(KeyIdentifiers.Of(authority.Key.PublicKey)), .. extensions]).Sign(authority.Key.Signer, entries);

    public static RevocationList Numbered(TestAuthority authority, int number, params IReadOnlyList<RevokedEntry> entries) => Of(authority, [CrlNumber.Of(number)], entries);

    public static RevocationList Delta(TestAuthority authority, int number, int baseNumber, params IReadOnlyList<RevokedEntry> entries) =>
        Of(authority, [CrlNumber.Of(number), CrlNumber.OfBase(baseNumber)], entries);

    public static RevokedEntry Entry(ReadOnlyMemory<byte> serial, RevocationReason? reason = null, DateTimeOffset? invalidityDate = null) => new(serial, RevokedAt, reason, invalidityDate);

    /// <summary>The content octets of a small positive INTEGER.</summary>
    public static byte[] Serial(int number) => ((System.Numerics.BigInteger)number).ToByteArray(isBigEndian: true);

    public static RevokedEntry Entry(int serial, RevocationReason? reason = null) => Entry(Serial(serial), reason);
}
