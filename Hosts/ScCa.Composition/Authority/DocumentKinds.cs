using ScCa.Seals;
using ScCa.Seals.Structures;

namespace ScCa.Composition.Authority;

/// <summary>What a file about seals is.</summary>
internal enum DocumentKind
{
    Unknown,
    Ofd,
    Pdf,
    Seal,
    Signature,
}

/// <summary>Tells files by their content: what they are called is not asked.</summary>
internal static class DocumentKinds
{
    public static DocumentKind Of(ReadOnlyMemory<byte> file) => file.Span switch
    {
        [(byte)'P', (byte)'K', ..] => DocumentKind.Ofd,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => DocumentKind.Pdf,
        _ when IsRead(() => SealSignature.Read(file)) => DocumentKind.Signature,
        _ when IsRead(() => ElectronicSeal.Read(file)) => DocumentKind.Seal,
        _ => DocumentKind.Unknown,
    };

    private static bool IsRead(Func<object> read)
    {
        try
        {
            read();
            return true;
        }
        catch (SealRefusedException)
        {
            return false;
        }
    }
}
