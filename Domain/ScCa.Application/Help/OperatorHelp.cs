using ScCa.Application.History;
using ScCa.Domain;
using ScCa.Domain.Help;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Help;

/// <summary>Help for who may read every history: by the message, and by how a certificate stands now.</summary>
public sealed class OperatorHelp(HelpSearch search, HistoryReader history)
{
    public async Task<Outcome<HelpAnswer>> Search(string message, string? platform, string certificate, CancellationToken cancellation)
    {
        var read = await history.Read(certificate, null, cancellation).ConfigureAwait(false);
        return read.IsRefused ? read.Refusal : search.Search(message, platform, Facts(read.Value), null);
    }

    // Whose phone the caller on the line has is not known here.
    private static CertificateFacts Facts(CertificateHistory history) => CertificateFacts.On(
        Shanghai.DateOf(history.AsOf),
        new PlatformId(history.Standing.Platform),
        history.Standing.NotAfter,
        history.Standing.GrantedNotAfter,
        history.Standing.OpenApplication is not null,
        null);
}
