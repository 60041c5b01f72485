using System.Collections.Immutable;
using ScCa.Signing;

namespace ScCa.Seals.Ofd;

/// <summary>What a signature of a package is: an electronic seal (SES_Signature) or a plain digital signature (GB/T 35275).</summary>
public enum OfdSignatureKind
{
    Seal,
    Sign,
}

/// <summary>Who made the signature, as Signature.xml says it.</summary>
public sealed record OfdProvider(string Name, string Version, string Company);

/// <summary>Where a seal shows, as Signature.xml says it: a page by its id, a box in millimetres from the page's upper left corner.</summary>
public sealed record OfdStamp(string Id, string PageId, double Left, double Top, double Width, double Height);

/// <summary>A file that a signature protects and the digest it had.</summary>
public sealed record OfdReference(string Path, ReadOnlyMemory<byte> CheckValue);

/// <summary>One signature of a package; paths are names of files in the package.</summary>
public sealed record OfdSignature
{
    internal OfdSignature()
    {
    }

    public required string Id { get; init; }

    public required OfdSignatureKind Kind { get; init; }

    /// <summary>The path of Signature.xml.</summary>
    public required string Path { get; init; }

    /// <summary>The bytes that are signed: the whole Signature.xml.</summary>
    public required ReadOnlyMemory<byte> SignatureXml { get; init; }

    public required OfdProvider Provider { get; init; }

    public required string? SignatureMethod { get; init; }

    /// <summary>For display only: writers disagree on its form, and the seal signature carries the time that counts.</summary>
    public required string? SignatureDateTime { get; init; }

    public required string CheckMethod { get; init; }

    public required ImmutableArray<OfdReference> References { get; init; }

    public required ImmutableArray<OfdStamp> Stamps { get; init; }

    public required string? SealPath { get; init; }

    /// <summary>Seal.esl, where the package holds it; it must be the seal inside the signed value.</summary>
    public required ReadOnlyMemory<byte>? Seal { get; init; }

    public required string SignedValuePath { get; init; }

    /// <summary>SignedValue.dat, unless the package lacks it: then nothing is signed.</summary>
    public required ReadOnlyMemory<byte>? SignedValue { get; init; }

    /// <summary>What propertyInfo in the seal signature must say.</summary>
    public string PropertyInfo => OfdPath.Absolute(Path);

    internal string Folder => OfdPath.Folder(Path);

    /// <summary>The SM3 digest that dataHash in the seal signature must be.</summary>
    public byte[] DigestOfSignatureXml() => Sm3.HashData(SignatureXml.Span);
}
