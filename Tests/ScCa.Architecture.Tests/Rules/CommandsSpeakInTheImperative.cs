namespace ScCa.Architecture.Tests.Rules;

internal sealed class CommandsSpeakInTheImperative : IRule
{
    public string Sentence => "A command is named in the imperative.";

    public IEnumerable<Plant> Plants =>
    [
        Case("CertificateRenewed", "RenewCertificate"),
        Case("RevokedCertificate", "RevokeCertificate"),
        Case("RenewalCommand", "Renew"),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from assembly in code.Assemblies
        from type in assembly.Written()
        let name = type.PlainName()
        where !type.IsAbstract && type.DerivesFrom(Types.Command)
            && (PastTense.Is(name) || PastTense.StartsWithParticiple(name) || name.EndsWith("Command", StringComparison.Ordinal))
        select $"{type.Where()}: a command asks for something to be done, and its name does not";

    private static Plant Case(string violation, string twin) => new(violation, Miniature.Domain(Miniature.Command(violation)), Miniature.Domain(Miniature.Command(twin)));
}
