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

/// <summary>Sends the legal representative to the real-person check (P5). His name and number go there and are kept nowhere.</summary>
public sealed class RealPersonSteps(
    CommandExecutor executor, RealPersonIntake intake, PersonalData personal, TextCatalog texts, IRealPersonChecks? checks = null)
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
        var check = new RealPersonCheck(
            await intake.NextNumber(certificate, application, cancellation).ConfigureAwait(false), person!, resident!, returnTo);
        var begun = await checks.Begin(check, cancellation).ConfigureAwait(false);
        return begun.Value is { } page
            ? new RealPersonPage(page.AbsoluteUri)
            : RefusalText.From(RefuseInput.RealPersonNotPossible(begun.ErrorCode!), texts);
    }

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
