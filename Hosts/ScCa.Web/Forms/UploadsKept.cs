using ScCa.Application;
using ScCa.Application.Hall;

namespace ScCa.Web.Forms;

/// <summary>Keeps the files that came with a form before what it asks for is done: an application must never name a picture that nobody has.</summary>
internal static class UploadsKept
{
    public static async Task<RefusalText?> Keep(this PaperUploads uploads, string phone, IEnumerable<UploadedFile> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            if (await uploads.Keep(phone, file.Content, cancellation) is { IsRefused: true } refused)
                return refused.Refusal;
        }

        return null;
    }
}
