using ScCa.Signing.Curve;
using ScCa.Signing.Formats;

namespace ScCa.Signing;

/// <summary>A point of the SM2 curve: there is none that is not on it. Unchanging, for any number of threads.</summary>
public sealed class Sm2PublicKey : IEquatable<Sm2PublicKey>
{
    public const int PointSizeInBytes = KeyFormat.PointBytes;

    public const int SubjectPublicKeyInfoSizeInBytes = KeyFormat.PublicBytes;

    private readonly AffinePoint point;

    private Sm2PublicKey(in AffinePoint point) => this.point = point;

    internal ref readonly AffinePoint Point => ref point;

    /// <summary>From 04 ‖ X ‖ Y; compressed and hybrid forms and infinity are refused.</summary>
    public static Sm2PublicKey FromPoint(ReadOnlySpan<byte> bytes) =>
        KeyFormat.TryReadPoint(bytes, out var point) ? From(point) : throw new Sm2RefusedException(Sm2Refusal.PublicKeyMalformed);

    /// <summary>From the 91 bytes of a DER SubjectPublicKeyInfo.</summary>
    public static Sm2PublicKey FromSubjectPublicKeyInfo(ReadOnlySpan<byte> der) =>
        KeyFormat.TryReadPublic(der, out var point) ? From(point) : throw new Sm2RefusedException(Sm2Refusal.PublicKeyMalformed);

    /// <summary>Writes 04 ‖ X ‖ Y.</summary>
    public void ExportPoint(Span<byte> destination)
    {
        Lengths.AtLeast(destination, PointSizeInBytes);
        KeyFormat.WritePoint(point, destination);
    }

    public byte[] ExportPoint()
    {
        var bytes = new byte[PointSizeInBytes];
        ExportPoint(bytes);
        return bytes;
    }

    public void ExportSubjectPublicKeyInfo(Span<byte> destination)
    {
        Lengths.AtLeast(destination, SubjectPublicKeyInfoSizeInBytes);
        KeyFormat.WritePublic(point, destination);
    }

    public byte[] ExportSubjectPublicKeyInfo()
    {
        var bytes = new byte[SubjectPublicKeyInfoSizeInBytes];
        ExportSubjectPublicKeyInfo(bytes);
        return bytes;
    }

    /// <summary>Writes ZA, which binds the identity to this key.</summary>
    public void HashIdentity(ReadOnlySpan<byte> identity, Span<byte> destination)
    {
        Lengths.AtLeast(destination, Sm3.HashSizeInBytes);
        Sm2Identity.Hash(identity, point, destination);
    }

    public bool Equals(Sm2PublicKey? other) => other is not null && point.X.Equals(other.point.X) && point.Y.Equals(other.point.Y);

    public override bool Equals(object? obj) => Equals(obj as Sm2PublicKey);

    public override int GetHashCode() => point.X.GetHashCode();

    internal static Sm2PublicKey From(in AffinePoint point) =>
        Sm2Path.Chosen.IsOnCurve(point) ? new(point) : throw new Sm2RefusedException(Sm2Refusal.PublicKeyNotOnCurve);

    internal static Sm2PublicKey Of(in U256 privateKey)
    {
        Sm2Path.Chosen.MultiplyBase(privateKey, out var point);
        return new(point);
    }
}
