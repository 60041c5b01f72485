namespace ScCa.Application.Inputs;

/// <summary>What kinds of files are taken as papers, told by how they begin and not by what they are called.</summary>
internal static class PaperKind
{
    /// <summary>The media type, or null where the file is of no kind that is taken.</summary>
    public static string? Of(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ => null,
    };
}
