namespace ScCa.Console.Demo;

/// <summary>The whole demonstration, as <c>--json</c> prints it.</summary>
/// <param name="Ok">Whether every step came out as expected.</param>
/// <param name="FailedStep">The step that did not; the ones after it were not tried.</param>
internal sealed record DemoReport(
    bool Ok, string? FailedStep, string? Certificate, string Holder, string Platform, IReadOnlyList<string> Stories, IReadOnlyList<DemoStep> Steps,
    IReadOnlyList<DemoOperation> Operations, IReadOnlyList<DemoGeneration> Generations, IReadOnlyList<DemoStanding> ValidAt, DemoTotals Totals, string DataFolder, string AuthorityCertificate, IReadOnlyList<string> StandIns);

/// <summary>An operation that a platform offers, and how it went.</summary>
/// <param name="Steps">How many steps walked it; refusals that were due are among them.</param>
/// <param name="Done">Whether it came to its end at least once.</param>
internal sealed record DemoOperation(string Platform, string Name, string Operation, int Steps, int StepsOk, bool Done);

/// <param name="Operation">The operation that it walks, done or refused; null where it walks none.</param>
/// <param name="At">When it happened, in Shanghai.</param>
/// <param name="Text">What happened, in the language asked for.</param>
/// <param name="Facts">What the checks read back, by name.</param>
/// <param name="Unexpected">What did not come out as expected; empty in a step that is ok.</param>
internal sealed record DemoStep(
    string Id, string Story, string Platform, string? Operation, string At, string Date, string By, IReadOnlyList<string> Rules, bool Ok, bool Completes, string Text,
    IReadOnlyDictionary<string, string> Facts, IReadOnlyList<string> Unexpected);

/// <param name="File">The certificate, in PEM.</param>
internal sealed record DemoGeneration(int Number, string Serial, string NotBefore, string NotAfter, string NotAfterDate, string File);

/// <summary>The answer to "was it valid then?" (C9, C12).</summary>
internal sealed record DemoStanding(string At, string Status, int? Generation);

/// <param name="Received">Matched to the certificate's applications, in yuan.</param>
/// <param name="Unmatched">Received from somebody else and waiting to be refunded, in yuan.</param>
internal sealed record DemoTotals(int Steps, int Events, long EventsInStore, int Messages, string Received, string Unmatched);
