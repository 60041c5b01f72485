using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Assistant;
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

/// <summary>New (新办), as it is filled in. <paramref name="CommandId"/> is made with the form: sent twice, it is one application.</summary>
public sealed record ApplyRequest(
    string CommandId, string Platform, string Role, string HolderName, string CreditCode, int TermYears, string HandlerName, string Phone, string PostalAddress);

/// <summary>Renew (更新). In validity, the challenge is signed with the present key (A6).</summary>
public sealed record RenewRequest(
    string CommandId, string Certificate, int TermYears, string HandlerName, string Phone, string? Challenge, ReadOnlyMemory<byte> Signature);

/// <summary>What the applicant is told when an application is taken.</summary>
/// <param name="Position">Views that have come so far show it.</param>
public sealed record ApplicationReceipt(string Certificate, int Application, string Charge, long Position);

/// <summary>The self-service hall (自助网厅): what applicants do, under the phone they have logged in with (A1).</summary>
public sealed class SelfServiceHall(
    ICommands commands, PersonalData personal, KeyChallenges challenges, ProgressReader progress, CertificateCardReader cards, PolicyBook policies, TextCatalog texts,
    IClock clock)
{
    public async Task<Outcome<ApplicationReceipt>> Apply(ApplyRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parsed = new Parsed();
        var id = parsed.CommandId(request.CommandId);
        var platform = parsed.Choice(request.Platform, PlatformId.Parse, "platform");
        var role = parsed.Choice(request.Role, RoleId.Parse, "role");
        var name = parsed.HolderName(request.HolderName);
        var code = parsed.CreditCode(request.CreditCode);
        var term = parsed.Term(request.TermYears);
        var handlerName = parsed.HandlerName(request.HandlerName);
        var phone = parsed.Phone(request.Phone);
        var address = parsed.PostalAddress(request.PostalAddress);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);

        var handler = await Handler(phone!, handlerName, cancellation).ConfigureAwait(false);
        SealedText? postTo = address is null
            ? null
            : await personal.Seal(handler.Subject, SealedField.PostalAddress, address, cancellation).ConfigureAwait(false);
        var apply = new ApplyForCertificate(
            id, NewCertificate(id), platform!, new UnitHolder(name!, code!, role!), handler, postTo, Channel.Online, term!, clock.GetCurrentInstant());
        var answer = await commands.Execute(apply, CommandContext.Applicant(handler.PhoneIndex.Value), cancellation).ConfigureAwait(false);
        // A form sent twice is one application; sent again with other content, it must not pass for taken.
        return answer is Answer<Certificate>.Accepted { IsRepeat: true, Events: [CertificateAppliedFor first, ..] } && !IsFor(first, apply)
            ? RefusalText.From(RefuseInput.FormAlreadySubmitted(apply.Certificate.Value), texts)
            : Receipt(answer, apply.Certificate);
    }

    public async Task<Outcome<ApplicationReceipt>> Renew(RenewRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parsed = new Parsed();
        var id = parsed.CommandId(request.CommandId);
        var certificate = parsed.CertificateId(request.Certificate);
        var term = parsed.Term(request.TermYears);
        var handlerName = parsed.HandlerName(request.HandlerName);
        var phone = parsed.Phone(request.Phone);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);

        KeyProof? proof = null;
        if (request.Challenge is { } challenge)
        {
            proof = await challenges.Prove(certificate, KeyChallenges.ForRenewal, challenge, request.Signature, cancellation).ConfigureAwait(false);
            if (proof is null)
                return RefusalText.From(RefuseInput.ChallengeExpired(), texts);
        }

        var handler = await Handler(phone!, handlerName, cancellation).ConfigureAwait(false);
        return await Execute(
            new RenewCertificate(id, certificate, handler, Channel.Online, term!, proof, clock.GetCurrentInstant()), handler, cancellation).ConfigureAwait(false);
    }

    public Task<Outcome<ApplicationReceipt>> Resubmit(string commandId, string certificate, int application, string phone, CancellationToken cancellation) =>
        Step(commandId, certificate, phone, (id, at, index, now) => new ResubmitApplication(id, at, application, index, now), cancellation);

    public Task<Outcome<ApplicationReceipt>> Withdraw(string commandId, string certificate, int application, string phone, CancellationToken cancellation) =>
        Step(commandId, certificate, phone, (id, at, index, now) => new WithdrawApplication(id, at, application, index, now), cancellation);

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
        return Receipt(await commands
            .Execute(command(id, at, index, clock.GetCurrentInstant()), CommandContext.Applicant(index.Value), cancellation).ConfigureAwait(false), at);
    }

    private async Task<Outcome<ApplicationReceipt>> Execute(CertificateCommand command, Handler handler, CancellationToken cancellation) => Receipt(
        await commands.Execute(command, CommandContext.Applicant(handler.PhoneIndex.Value), cancellation).ConfigureAwait(false), command.Certificate);

    private Outcome<ApplicationReceipt> Receipt(Answer<Certificate> answer, CertificateId certificate) => answer switch
    {
        Answer<Certificate>.Accepted(var state, var events, var position, _) => new ApplicationReceipt(
            certificate.Value, ((ApplicationEvent)events[0]).Application, state.Open?.Charge.Total.Value ?? "0.00", position),
        Answer<Certificate>.Refused(var refusal) => RefusalText.From(refusal, texts),
        _ => throw new InvalidOperationException("An answer of no known kind."),
    };

    private async Task<Handler> Handler(Phone phone, string name, CancellationToken cancellation)
    {
        var subject = personal.SubjectOf(phone);
        return new Handler(
            subject,
            await personal.Seal(subject, SealedField.HandlerName, name, cancellation).ConfigureAwait(false),
            await personal.Seal(subject, SealedField.HandlerPhone, phone.Digits, cancellation).ConfigureAwait(false),
            personal.IndexOf(phone));
    }

    private static bool IsFor(CertificateAppliedFor first, ApplyForCertificate again) =>
        (first.Platform, first.Holder, first.Term, first.Handler.PhoneIndex) == (again.Platform, again.Holder, again.Term, again.Handler.PhoneIndex);

    // Made from the command's id, so that a form sent twice meets its own first application.
    internal static CertificateId NewCertificate(CommandId command) =>
        new("c-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"certificate|{command.Value}")))[..24]);
}
