namespace ScCa.Console.Demo;

/// <summary>The whole demonstration, as <c>--json</c> prints it.</summary>
/// <param name="Ok">Whether every step came out as expected.</param>
/// <param name="FailedStep">The step that did not; the ones after it were not tried.</param>
internal sealed record DemoReport(
    bool Ok, string? FailedStep, string? Certificate, string Holder, string Platform, IReadOnlyList<DemoStep> Steps, IReadOnlyList<DemoGeneration> Generations,
    IReadOnlyList<DemoStanding> ValidAt, DemoTotals Totals, string DataFolder, string AuthorityCertificate, IReadOnlyList<string> StandIns);

/// <param name="At">When it happened, in Shanghai.</param>
/// <param name="Text">What happened, in the language asked for.</param>
/// <param name="Facts">What the checks read back, by name.</param>
/// <param name="Unexpected">What did not come out as expected; empty in a step that is ok.</param>
internal sealed record DemoStep(
    string Id, string At, string Date, string By, IReadOnlyList<string> Rules, bool Ok, string Text, IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<string> Unexpected);

/// <param name="File">The certificate, in PEM.</param>
internal sealed record DemoGeneration(int Number, string Serial, string NotBefore, string NotAfter, string NotAfterDate, string File);

/// <summary>The answer to "was it valid then?" (C9, C12).</summary>
internal sealed record DemoStanding(string At, string Status, int? Generation);

/// <param name="Received">Matched to the certificate's applications, in yuan.</param>
/// <param name="Unmatched">Received from somebody else and waiting to be refunded, in yuan.</param>
internal sealed record DemoTotals(int Steps, int Events, long EventsInStore, int Messages, string Received, string Unmatched);
