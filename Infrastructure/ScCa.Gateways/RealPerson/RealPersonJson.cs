using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.RealPerson;

/// <summary>The bodies of the service <c>real-person</c>, and what they mean.</summary>
internal static class RealPersonJson
{
    public const string Service = "real-person";

    private const string Passed = "passed";

    private const string Failed = "failed";

    /// <summary>Null where it makes no sense.</summary>
    public static RealPersonOutcome? Read(ReadOnlySpan<byte> body) => PartnerJson.Read<Check>(body) switch
    {
        { Number: { } number, Status: "pending", Code: null, Evidence: null, DecidedAt: null } when PartnerText.IsNumber(number) =>
            new RealPersonOutcome(number, RealPersonStatus.Pending, FailureCode: null, Evidence: null, DecidedAt: null),
        { Number: { } number, Status: Passed or Failed } check when PartnerText.IsNumber(number) => Decided(check),
        _ => null,
    };

    public static Check Write(RealPersonOutcome outcome) => new(
        outcome.Number, outcome.Status switch { RealPersonStatus.Passed => Passed, RealPersonStatus.Failed => Failed, _ => "pending" }, outcome.FailureCode, outcome.Evidence,
        outcome.DecidedAt is { } at ? PartnerText.Of(at) : null);

    private static RealPersonOutcome? Decided(Check check)
    {
        var (passed, code) = (check.Status == Passed, check.Code);
        if (passed != code is null || !PartnerText.IsReference(check.Evidence) || PartnerText.Time(check.DecidedAt) is not { } at)
            return null;
        return new RealPersonOutcome(check.Number!, passed ? RealPersonStatus.Passed : RealPersonStatus.Failed, passed ? null : Ours(code!), check.Evidence, at);
    }

    private static string Ours(string code) =>
        code is RealPersonFailure.IdentityUnknown or RealPersonFailure.FaceDiffers or RealPersonFailure.NotAlive or RealPersonFailure.Abandoned
            ? code
            : RealPersonFailure.Other;

    internal sealed record Begin(string? Number, string? Name, string? IdNumber, string? ReturnTo);

    internal sealed record Begun(string? Number, string? Page);

    internal sealed record Check(string? Number, string? Status, string? Code, string? Evidence, string? DecidedAt);
}
