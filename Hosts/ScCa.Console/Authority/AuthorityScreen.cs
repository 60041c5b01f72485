using System.Globalization;
using NodaTime;
using ScCa.Composition.Authority;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Authority;

/// <summary>The authority's certificates, keys and lists for people, and what is to be done with them next.</summary>
internal sealed class AuthorityScreen(Speech speech)
{
    public void Write(AuthorityShown shown)
    {
        Line("ca.folder", ("folder", shown.Folder));
        foreach (var office in shown.Offices)
            Write(office);
    }

    public void Write(CeremonyReport report)
    {
        Write(report.Authority);
        Line(report.Made.Count > 0 ? "ca.made" : "ca.nothing-made", ("names", string.Join(", ", report.Made)));
        foreach (var file in report.RootKeys)
            Line("ca.root-key", ("file", file));
        if (report.ArchiveFolder is not { } archive)
            Line("ca.no-archive");
        else
            Line(report.Shares.Count > 0 ? "ca.archive-founded" : "ca.archive-there", ("folder", archive));
        foreach (var share in report.Shares)
            Line("ca.share", ("custodian", share.Custodian), ("file", share.File));
        if (report.Shares.Count > 0)
            Line("ca.shares-next");
        Line("ca.next", ("folder", Invocation.Quote(report.Authority.Folder)));
    }

    public void Write(RevocationListsReport report, bool isOfRoots)
    {
        Line(report.Issued > 0 ? "ca.lists-issued" : "ca.lists-none-due", ("count", Number(report.Issued)));
        foreach (var list in report.Lists)
        {
            Line(
                list.Base is null ? "ca.list-whole" : "ca.list-delta", ("authority", list.Authority), ("number", Number(list.Number)), ("base", Number(list.Base ?? 0)),
                ("from", Minute(list.ThisUpdate)), ("until", Minute(list.NextUpdate)), ("entries", Number(list.Entries)), ("file", list.File));
        }

        if (isOfRoots)
            Line("ca.root-lists-next");
    }

    public void Write(KeyRestored restored)
    {
        Line(
            "ca.restored", ("serial", restored.Serial), ("key", restored.EncryptionKey), ("recipient", restored.RecipientKey),
            ("custodians", string.Join(", ", restored.Custodians)), ("file", restored.File));
        Line(restored.IsDemo ? "ca.restored-demo" : "ca.restored-next");
    }

    private void Write(OfficeShown office)
    {
        if (office.Certificate is { } certificate)
        {
            Line("ca.office", ("name", office.Name), ("subject", certificate.Subject), ("key", certificate.Key), ("from", Minute(certificate.NotBefore)),
                ("until", Minute(certificate.NotAfter)), ("serial", certificate.Serial), ("sha256", certificate.Sha256), ("sm3", certificate.Sm3));
        }
        else
        {
            Line("ca.office-missing", ("name", office.Name));
        }

        foreach (var remark in office.Remarks)
            System.Console.Out.WriteLine($"  ! {speech[$"ca.remark.{remark}"]}");
    }

    private void Line(string key, params ReadOnlySpan<(string Name, string Value)> facts) => System.Console.Out.WriteLine(speech.Say(key, facts));

    private static string Minute(DateTimeOffset at) => ShanghaiTime.Minute(Instant.FromDateTimeOffset(at));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
