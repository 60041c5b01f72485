using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Tests.Status;

/// <summary>What the fold of a certificate's own stream says about its serials, without any view.</summary>
internal static class SerialsAsFolded
{
    /// <summary>Every serial that the state names; null for one that is only intended.</summary>
    public static IEnumerable<(SerialNumber Serial, RevocationReason? Reason, bool IsIntended)> Of(Certificate certificate)
    {
        if (certificate is not KnownCertificate known)
            yield break;
        foreach (var serial in known.BurnedSerials)
            yield return (serial, RevocationReason.CessationOfOperation, false);
        foreach (var serial in known.Intent?.Serials ?? [])
            yield return (serial, null, true);
        foreach (var generation in known is HeldCertificate held ? held.Generations : [])
        {
            foreach (var serial in generation.Serials)
                yield return (serial, generation.Revocation?.Reason, false);
        }
    }

    public static string Shown((SerialNumber Serial, RevocationReason? Reason, bool IsIntended) said) =>
        $"{said.Serial} {(said.IsIntended ? "none" : said.Reason?.ToString() ?? "good")}";

    public static string Shown(SerialNumber serial, SerialStatus? status) => $"{serial} {(status is null ? "none" : status.Revocation?.Reason.ToString() ?? "good")}";
}
