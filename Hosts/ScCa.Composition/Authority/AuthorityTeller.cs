using Microsoft.Extensions.Logging;

namespace ScCa.Composition.Authority;

/// <summary>Says in the log what <see cref="AuthorityWatch"/> sees: as an error what relying parties refuse by now, as a warning what they will.</summary>
public sealed partial class AuthorityTeller(AuthorityWatch watch, ILogger<AuthorityTeller> log)
{
    public void Tell()
    {
        foreach (var remark in watch.Look())
            LogRemark(log, remark.IsUrgent ? LogLevel.Error : LogLevel.Warning, remark.Office, remark.Remark);
    }

    [LoggerMessage(EventId = 34, Message = "The authority's folder: {Office} {Remark}; see 'scca ca show'")]
    private static partial void LogRemark(ILogger log, LogLevel level, string office, string remark);
}
