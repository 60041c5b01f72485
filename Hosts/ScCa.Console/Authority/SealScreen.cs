using System.Globalization;
using NodaTime;
using ScCa.Application.Texts;
using ScCa.Composition.Authority;
using ScCa.Console.Terminal;

namespace ScCa.Console.Authority;

/// <summary>Seals for people: what they say, and each step of a verification.</summary>
internal sealed class SealScreen(Speech speech)
{
    private const string Passed = "Passed";

    private const string Failed = "Failed";

    public void WriteMade(SealShown seal, string file)
    {
        Write(seal);
        Line("seal.made", ("file", file));
    }

    public void Write(SealShown seal)
    {
        Field("name", seal.Name);
        Field("id", seal.Id);
        Field("version", $"{seal.Version} ({seal.Vendor})");
        Field("type", seal.Type);
        Field("created", Iso(seal.CreatedAt));
        Field("validity", $"{Iso(seal.ValidFrom)} – {Iso(seal.ValidUntil)}");
        Field("picture", seal.Picture);
        Field("maker", seal.Maker ?? speech["cert.unknown"]);
        foreach (var signer in seal.Signers)
            Field("signer", signer);
        Field("algorithm", seal.SignatureAlgorithm);
    }

    public void Write(SealedDocument signed) =>
        Line("seal.signed", ("file", signed.File), ("count", signed.Signatures.ToString(CultureInfo.InvariantCulture)));

    public void Write(SealReport report)
    {
        foreach (var signature in report.Signatures)
            Write(signature);
        if (report.Signatures.Count == 0)
            Line("seal.no-signature");
        if (!report.IsRevocationKnown)
            Line("seal.revocation-not-asked");
        Line(report.IsValid ? "seal.valid" : "seal.invalid");
    }

    private void Write(SealVerdictReport signature)
    {
        if (signature.SignedAt is { } at)
            Line(
                "seal.verdict", ("name", signature.Name), ("seal", signature.Seal ?? "-"), ("at", Iso(at)),
                ("trusted", speech[signature.IsTimeTrusted ? "seal.time-trusted" : "seal.time-said"]));
        else
            Line("seal.verdict-untimed", ("name", signature.Name), ("seal", signature.Seal ?? "-"));
        foreach (var step in signature.Steps)
        {
            var key = step.Outcome switch
            {
                Passed => "seal.step-passed",
                Failed => "seal.step-failed",
                _ => "seal.step-left",
            };
            Line(
                key, ("step", IsChinese ? step.StepZhCn : step.StepEn), ("text", IsChinese ? step.FindingZhCn : step.FindingEn),
                ("code", step.Code is { } code ? $"[{code.ToString(CultureInfo.InvariantCulture)}]" : ""));
        }
    }

    private void Field(string name, string value) => Line("cert.field", ("name", speech[$"seal.fields.{name}"]), ("value", value));

    private bool IsChinese => speech.Language == Language.ZhCn;

    private void Line(string key, params ReadOnlySpan<(string Name, string Value)> facts) => System.Console.Out.WriteLine(speech.Say(key, facts));

    private static string Iso(DateTimeOffset at) => ShanghaiTime.Iso(Instant.FromDateTimeOffset(at));
}
