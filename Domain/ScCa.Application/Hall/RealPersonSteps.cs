using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Hall;

/// <summary>The page the legal representative proves himself on.</summary>
public sealed record RealPersonPage(string Address);

/// <summary>How the latest check stands.</summary>
/// <param name="FailureCode">One of <see cref="RealPersonFailure"/>; null unless it has failed.</param>
public sealed record RealPersonResult(RealPersonStatus Status, string? FailureCode);

/// <summary>What is known of a check; <paramref name="Latest"/> is null where none was begun.</summary>
public sealed record RealPersonLook(RealPersonResult? Latest);

/// <summary>Sends the legal representative to the real-person check (P5). His name and number go there and are kept nowhere.</summary>
public sealed class RealPersonSteps(
    CommandExecutor executor, RealPersonIntake intake, SelfServiceHall hall, PersonalData personal, TextCatalog texts, IRealPersonChecks? checks = null)
{
    public async Task<Outcome<RealPersonPage>> Begin(
        string certificate, int application, string phone, string name, string idNumber, Uri returnTo, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, number) = (parsed.CertificateId(certificate), parsed.Phone(phone));
        var (person, resident) = (parsed.PersonName(name), parsed.IdNumber(idNumber));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var state = await executor.State<Certificate>(id.Value, cancellation).ConfigureAwait(false);
        if (Refuses(state, application, personal.IndexOf(number!).Value) is { } refusal)
            return RefusalText.From(refusal, texts);
        if (checks is null)
            return RefusalText.From(RefuseInput.RealPersonNotPossible("not-configured"), texts);
        try
        {
            var check = new RealPersonCheck(
                await intake.NextNumber(certificate, application, cancellation).ConfigureAwait(false), person!, resident!, returnTo);
            var begun = await checks.Begin(check, cancellation).ConfigureAwait(false);
            return begun.Value is { } page
                ? new RealPersonPage(page.AbsoluteUri)
                : RefusalText.From(RefuseInput.RealPersonNotPossible(begun.ErrorCode!), texts);
        }
        catch (Exception reason) when (IsUnanswered(reason))
        {
            return RefusalText.From(RefuseInput.RealPersonNotPossible("no-answer"), texts);
        }
    }

    /// <summary>How the check stands, for the phone that handles the application (A1); one that has passed without our being told is taken in.</summary>
    public async Task<Outcome<RealPersonLook>> Look(string certificate, int application, string phone, CancellationToken cancellation)
    {
        var row = await hall.ProgressOf(certificate, application, phone, cancellation).ConfigureAwait(false);
        if (row.IsRefused)
            return row.Refusal;
        try
        {
            return await intake.Look(certificate, application, cancellation).ConfigureAwait(false) is { } outcome
                ? new RealPersonLook(new RealPersonResult(outcome.Status, outcome.FailureCode))
                : new RealPersonLook(null);
        }
        catch (Exception reason) when (IsUnanswered(reason))
        {
            // Not told is not decided: it is looked for again.
            return new RealPersonLook(null);
        }
    }

    private static bool IsUnanswered(Exception reason) => reason is HttpRequestException or TimeoutException;

    private static Refusal? Refuses(Certificate state, int application, string phoneIndex) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        { Open: { } open } when open.Number == application => open switch
        {
            _ when open.Handler.PhoneIndex.Value != phoneIndex => Refuse.ApplicationUnderAnotherPhone(),
            _ when !open.IsApproved => Refuse.ApplicationNotReady(application, open.Step),
            _ when !open.StillNeeds(Verification.RealPerson) => Refuse.VerificationNotAwaited(Verification.RealPerson),
            _ => null,
        },
        _ => Refuse.ApplicationNotOpen(application),
    };
}
