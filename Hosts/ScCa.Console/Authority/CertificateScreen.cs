using System.Globalization;
using NodaTime;
using ScCa.Application.Texts;
using ScCa.Composition.Authority;
using ScCa.Console.Terminal;

namespace ScCa.Console.Authority;

/// <summary>Certificates for people: what they say, what is wrong with them, and each step of their verification.</summary>
internal sealed class CertificateScreen(Speech speech)
{
    public void Write(IReadOnlyList<CertificateShown> certificates)
    {
        foreach (var certificate in certificates)
            Write(certificate);
    }

    public void Write(LintReport report)
    {
        Line("cert.linted", ("subject", report.Subject), ("use", report.Use), ("requirements", report.Requirements.ToString(CultureInfo.InvariantCulture)));
        foreach (var finding in report.Findings)
            Line("cert.finding", ("id", finding.Id), ("source", finding.Source), ("text", IsChinese ? finding.ZhCn : finding.En));
        System.Console.Out.WriteLine(speech[report.Findings.Count == 0 ? "cert.clean" : "cert.unclean"]);
    }

    public void Write(PathReport report)
    {
        Line("cert.verified-at", ("at", Iso(report.At)), ("anchor", report.Anchor ?? speech["cert.no-anchor"]));
        foreach (var step in report.Steps)
        {
            Line(
                step.IsPassed ? "cert.step-passed" : "cert.step-failed", ("depth", step.Depth.ToString(CultureInfo.InvariantCulture)), ("step", speech[$"cert.step.{step.Step}"]),
                ("subject", step.Subject), ("text", IsChinese ? step.ZhCn : step.En));
        }

        foreach (var revocation in report.Revocation)
            Write(revocation);
        System.Console.Out.WriteLine(speech[report.IsValid ? "cert.valid" : "cert.invalid"]);
    }

    private void Write(RevocationReport revocation)
    {
        var state = speech[$"cert.revocation.{revocation.State}"];
        Line("cert.revocation-of", ("depth", revocation.Depth.ToString(CultureInfo.InvariantCulture)), ("subject", revocation.Subject), ("state", state));
        if (revocation.RevokedAt is { } since)
            Line("cert.revoked", ("at", Iso(since)), ("reason", revocation.Reason ?? "-"));
    }

    private void Write(CertificateShown certificate)
    {
        Field("subject", certificate.Subject);
        Field("issuer", certificate.Issuer);
        Field("serial", certificate.Serial);
        Field("validity", $"{Iso(certificate.NotBefore)} – {Iso(certificate.NotAfter)}");
        Field("key", certificate.Key);
        Field("signature", certificate.SignatureAlgorithm ?? speech["cert.unknown"]);
        if (certificate.IsAuthority)
            Field("authority", certificate.PathLengthMax is { } length ? speech.Say("cert.path-length", ("length", length.ToString(CultureInfo.InvariantCulture))) : speech["cert.yes"]);
        Field("usage", certificate.KeyUsage);
        Fields("purpose", certificate.Purposes ?? []);
        Fields("policy", certificate.Policies);
        Fields("lists", certificate.RevocationLists);
        Fields("ocsp", certificate.Ocsp);
        Fields("issuers", certificate.Issuers);
        Field("subject-key", certificate.SubjectKeyIdentifier);
        Field("authority-key", certificate.AuthorityKeyIdentifier);
        Fields("critical", certificate.UnknownCriticalExtensions);
        Field("sha256", certificate.Sha256);
        Field("sm3", certificate.Sm3);
        System.Console.Out.WriteLine();
    }

    private void Fields(string name, IReadOnlyList<string> values)
    {
        foreach (var value in values)
            Field(name, value);
    }

    private void Field(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Line("cert.field", ("name", speech[$"cert.fields.{name}"]), ("value", value));
    }

    private bool IsChinese => speech.Language == Language.ZhCn;

    private void Line(string key, params ReadOnlySpan<(string Name, string Value)> facts) => System.Console.Out.WriteLine(speech.Say(key, facts));

    private static string Iso(DateTimeOffset at) => ShanghaiTime.Iso(Instant.FromDateTimeOffset(at));
}
