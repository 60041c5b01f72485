using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Hall;

/// <summary>What the applicant is told when an application is taken.</summary>
/// <param name="Position">Views that have come so far show it.</param>
public sealed record ApplicationReceipt(string Certificate, int Application, string Charge, long Position);

/// <summary>The self-service hall (自助网厅): what applicants do, under the phone they have logged in with (A1).</summary>
public sealed class SelfServiceHall(
    ICommands commands, ApplicationForms forms, PersonalData personal, ProgressReader progress, CertificateCardReader cards, PolicyBook policies, TextCatalog texts,
    IClock clock)
{
    public async Task<Outcome<ApplicationReceipt>> Apply(ApplyForm form, CancellationToken cancellation)
    {
        var read = await forms.New(form, receivedBy: null, cancellation).ConfigureAwait(false);
        if (read.IsRefused)
            return read.Refusal;
        return Taken.From(read.Value, await commands.Execute(read.Value, As(read.Value.Applying), cancellation).ConfigureAwait(false), texts);
    }

    /// <summary>Applies for any operation on a certificate that is there.</summary>
    public async Task<Outcome<ApplicationReceipt>> Operate(OperationForm form, CancellationToken cancellation)
    {
        var read = await forms.Operation(form, receivedBy: null, cancellation).ConfigureAwait(false);
        if (read.IsRefused)
            return read.Refusal;
        var answer = await commands.Execute(read.Value, As(read.Value.Applying), cancellation).ConfigureAwait(false);
        return Taken.From(answer, read.Value.Certificate, texts);
    }

    public Task<Outcome<ApplicationReceipt>> Resubmit(string commandId, string certificate, int application, string phone, CancellationToken cancellation) =>
        Step(commandId, certificate, phone, (id, at, index, now) => new ResubmitApplication(id, at, application, index, now), cancellation);

    /// <param name="withRefund">Whether what was paid is to be refunded; without that, nothing that was paid for is withdrawn (A3).</param>
    public Task<Outcome<ApplicationReceipt>> Withdraw(
        string commandId, string certificate, int application, string phone, bool withRefund, CancellationToken cancellation) =>
        Step(commandId, certificate, phone, (id, at, index, now) => new WithdrawApplication(id, at, application, index, withRefund, now), cancellation);

    /// <summary>Books a visit to a window; outside its hours the refusal names the next opening (W1).</summary>
    public Task<Outcome<ApplicationReceipt>> BookVisit(
        string commandId, string certificate, int application, string window, LocalDateTime visit, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var at = parsed.Choice(window, WindowId.Parse, "window");
        return parsed.Fault is { } fault
            ? Task.FromResult<Outcome<ApplicationReceipt>>(RefusalText.From(fault, texts))
            : Step(commandId, certificate, phone, (id, of, index, now) => new BookVisit(id, of, application, index, at!, visit, now), cancellation);
    }

    /// <summary>The applications under a phone, newest first; none under another's (A1).</summary>
    public async Task<IReadOnlyList<ProgressRow>> Progress(string phone, CancellationToken cancellation) => Phone.TryParse(phone, out var parsed)
        ? await progress.ByPhone(personal.IndexOf(parsed), cancellation).ConfigureAwait(false)
        : [];

    /// <summary>One application, for the phone it was made under; the refusal says to change the phone (A1).</summary>
    public async Task<Outcome<ProgressRow>> ProgressOf(string certificate, int application, string phone, CancellationToken cancellation)
    {
        if (!Phone.TryParse(phone, out var parsed))
            return RefusalText.From(RefuseInput.PhoneMalformed(), texts);
        var row = await progress.Find(certificate, application, cancellation).ConfigureAwait(false);
        if (row is null)
            return RefusalText.From(Domain.Refusals.Refuse.CertificateUnknown(), texts);
        return row.Phone == personal.IndexOf(parsed).Value ? row : RefusalText.From(Domain.Refusals.Refuse.ApplicationUnderAnotherPhone(), texts);
    }

    /// <summary>A certificate's card, for a phone that has handled it; the refusal says to change the phone (A1).</summary>
    public async Task<Outcome<CertificateCard>> Card(string certificate, string phone, CancellationToken cancellation)
    {
        if (!Phone.TryParse(phone, out var parsed))
            return RefusalText.From(RefuseInput.PhoneMalformed(), texts);
        var card = await cards.Find(certificate, cancellation).ConfigureAwait(false);
        if (card is null)
            return RefusalText.From(Domain.Refusals.Refuse.CertificateUnknown(), texts);
        return card.Phones.Contains(personal.IndexOf(parsed).Value) ? card : RefusalText.From(Domain.Refusals.Refuse.ApplicationUnderAnotherPhone(), texts);
    }

    /// <summary>What the platforms offer today.</summary>
    public IReadOnlyList<PlatformOffer> Platforms() => PlatformOffer.Today(policies, Shanghai.DateOf(clock.GetCurrentInstant()));

    private async Task<Outcome<ApplicationReceipt>> Step(
        string commandId, string certificate, string phone, Func<CommandId, CertificateId, PhoneIndex, Instant, CertificateCommand> command,
        CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, at, by) = (parsed.CommandId(commandId), parsed.CertificateId(certificate), parsed.Phone(phone));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var index = personal.IndexOf(by!);
        var answer = await commands
            .Execute(command(id, at, index, clock.GetCurrentInstant()), CommandContext.Applicant(index.Value), cancellation).ConfigureAwait(false);
        return Taken.From(answer, at, texts);
    }

    private static CommandContext As(Applying applying) => CommandContext.Applicant(applying.Handler.PhoneIndex.Value);
}
