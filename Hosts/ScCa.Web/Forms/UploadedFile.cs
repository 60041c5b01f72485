using System.Security.Cryptography;
using ScCa.Application;
using ScCa.Web.Wording;

namespace ScCa.Web.Forms;

/// <summary>A file that came with a form, named by the digest of its content.</summary>
internal sealed record UploadedFile(string Digest, string ContentType, ReadOnlyMemory<byte> Content)
{
    public const int BytesMax = 5 * 1024 * 1024;

    /// <summary>What a whole form with files may weigh.</summary>
    public const int FormBytesMax = 4 * BytesMax;

    /// <summary>What a browser may offer: pictures, and for papers PDF too.</summary>
    public const string Pictures = "image/png,image/jpeg";
    public const string Papers = "image/png,image/jpeg,application/pdf";

    private static readonly (string ContentType, byte[] Start)[] Known =
    [
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("application/pdf", "%PDF-"u8.ToArray()),
    ];

    /// <summary>The file, read whole; or why not. What it is is told by its first bytes: what the browser calls it proves nothing.</summary>
    /// <param name="accepted">A list of content types, as above.</param>
    /// <param name="field">The field that it came in.</param>
    public static async Task<(UploadedFile? File, RefusalText? Refusal)> Read(
        IFormFile? sent, string accepted, string field, PageTexts texts, CancellationToken cancellation)
    {
        if (sent is not { Length: > 0 })
            return (null, PageRefusals.FileMissing(field, texts));
        if (sent.Length > BytesMax)
            return (null, PageRefusals.FileTooLarge(field, texts));
        var content = new byte[(int)sent.Length];
        await using (var stream = sent.OpenReadStream())
            await stream.ReadExactlyAsync(content, cancellation);
        return TypeOf(content) is { } type && accepted.Split(',').Contains(type)
            ? (new UploadedFile(Convert.ToHexStringLower(SHA256.HashData(content)), type, content), null)
            : (null, PageRefusals.FileUnreadable(field, texts));
    }

    /// <summary>All of several pictures, or why not; none is fine.</summary>
    public static async Task<(IReadOnlyList<UploadedFile> Files, RefusalText? Refusal)> ReadPictures(
        IReadOnlyList<IFormFile>? sent, string field, PageTexts texts, CancellationToken cancellation)
    {
        var files = new List<UploadedFile>();
        foreach (var one in sent ?? [])
        {
            var (file, refusal) = await Read(one, Pictures, field, texts, cancellation);
            if (refusal is not null)
                return ([], refusal);
            files.Add(file!);
        }

        return (files, null);
    }

    private static string? TypeOf(ReadOnlySpan<byte> content)
    {
        foreach (var (type, start) in Known)
        {
            if (content.StartsWith(start))
                return type;
        }

        return null;
    }
}
