using NodaTime;
using ScCa.Application.Assistant;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Units;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Units;

namespace ScCa.Application.Hall;

/// <summary>A unit's account on a platform, as it is filled in; the password comes beside it, so that no text of the form can show it.</summary>
public sealed record RoleAccountForm(string CommandId, string Unit, string Platform, string Kind, string Account);

/// <summary>What a unit does for itself, under the phone its handler has logged in with (U1 to U4, A11).</summary>
public sealed class UnitHall
{
    /// <summary>What the unit's key signs for, the first word given to <see cref="UnitProofs.ToSign"/>; what the others are is said below.</summary>
    public const string ToRegister = "register-unit";
    public const string ToAuthorize = "authorize-handler";
    public const string ToWithdraw = "withdraw-handler";
    public const string ToChangePhone = "change-handler-phone";
    public const string ToBind = "bind-certificate";

    private readonly UnitOffice office;
    private readonly UnitProofs proofs;
    private readonly RoleAccountChecks checks;
    private readonly UnitCardReader cards;
    private readonly KeyChallenges challenges;

    internal UnitHall(UnitOffice office, UnitProofs proofs, RoleAccountChecks checks, UnitCardReader cards, KeyChallenges challenges) =>
        (this.office, this.proofs, this.checks, this.cards, this.challenges) = (office, proofs, checks, cards, challenges);

    /// <summary>A challenge for the key of one of the unit's certificates.</summary>
    public string Challenge(string certificate) => challenges.Issue(certificate, KeyChallenges.ForUnit);

    /// <summary>Registers the unit that the certificate names: on nobody's word, or a stranger could give it another name. Signed: <see cref="ToRegister"/>.</summary>
    public async Task<Outcome<UnitReceipt>> Register(string commandId, SignedForUnit signed, string phone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signed);
        var parsed = new Parsed();
        var (id, by, certificate) = (parsed.CommandId(commandId), parsed.Phone(phone), parsed.CertificateId(signed.Certificate));
        if (parsed.Fault is { } fault)
            return Refused(fault);
        return await proofs.Prove(certificate, signed, cancellation, ToRegister).ConfigureAwait(false) is { } proven
            ? await office
                .Execute(new RegisterUnit(id, proven.Key.Holder, proven.Name, office.Now), CommandContext.Applicant(office.IndexOf(by!).Value), cancellation)
                .ConfigureAwait(false)
            : Refused(RefuseInput.ChallengeExpired());
    }

    /// <summary>Signed: <see cref="ToAuthorize"/>, the unit, the new handler's phone (its eleven digits).</summary>
    public async Task<Outcome<UnitReceipt>> AuthorizeHandler(
        string commandId, string unit, string handlerName, string handlerPhone, SignedForUnit signed, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (name, of) = (parsed.HandlerName(handlerName), parsed.Phone(handlerPhone));
        return await Vouched(
            parsed, commandId, unit, phone, signed, ToAuthorize, of?.Digits,
            async (id, code, evidence) => new AuthorizeHandler(id, code, await office.Seal(of!, name, cancellation).ConfigureAwait(false), evidence, office.Now),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Signed: <see cref="ToWithdraw"/>, the unit, the handler.</summary>
    public Task<Outcome<UnitReceipt>> WithdrawHandler(
        string commandId, string unit, string handler, SignedForUnit signed, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var subject = parsed.SubjectId(handler);
        return Vouched(
            parsed, commandId, unit, phone, signed, ToWithdraw, subject?.Value,
            (id, code, evidence) => Task.FromResult<UnitCommand>(new WithdrawHandler(id, code, subject!, evidence, office.Now)), cancellation);
    }

    /// <summary>To the phone that is logged in now, whose owner has shown its code. Signed: <see cref="ToChangePhone"/>, the unit, that phone's eleven digits.</summary>
    public async Task<Outcome<UnitReceipt>> ChangeHandlerPhone(
        string commandId, string unit, string handler, string handlerName, SignedForUnit signed, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (subject, name, to) = (parsed.SubjectId(handler), parsed.HandlerName(handlerName), parsed.Phone(phone));
        return await Vouched(
            parsed, commandId, unit, phone, signed, ToChangePhone, to?.Digits,
            async (id, code, evidence) =>
                new ChangeHandlerPhone(id, code, subject!, await office.Seal(to!, name, cancellation).ConfigureAwait(false), evidence, office.Now),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>The same for a handler who names himself by his former phone: what he is named by inside is shown to whoever still has that phone.</summary>
    public async Task<Outcome<UnitReceipt>> MoveHandler(
        string commandId, string unit, string formerPhone, string handlerName, SignedForUnit signed, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var former = parsed.Phone(formerPhone);
        return parsed.Fault is { } fault
            ? Refused(fault)
            : await ChangeHandlerPhone(commandId, unit, office.SubjectOf(former!).Value, handlerName, signed, phone, cancellation).ConfigureAwait(false);
    }

    public Task<Outcome<UnitReceipt>> ApplyForRoleAccount(string commandId, string unit, string platform, string phone, CancellationToken cancellation) =>
        Say(commandId, unit, platform, phone, (id, of, at, by, now) => new ApplyForRoleAccount(id, of, at, by, now), cancellation);

    public Task<Outcome<UnitReceipt>> CompleteUserBaseSettings(string commandId, string unit, string platform, string phone, CancellationToken cancellation) =>
        Say(commandId, unit, platform, phone, (id, of, at, by, now) => new CompleteUserBaseSettings(id, of, at, by, now), cancellation);

    public Task<Outcome<UnitReceipt>> DeclareNoRoleAccount(
        string commandId, string unit, string platform, string kind, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var of = parsed.Choice(kind, RoleAccountKindId.Parse, "kind");
        return Say(commandId, unit, platform, phone, (id, code, at, by, now) => new DeclareNoRoleAccount(id, code, at, of!, by, now), cancellation, parsed);
    }

    /// <summary>Has the platform check account and password, then declares the account. The password is wiped, whatever comes of it.</summary>
    public async Task<Outcome<UnitReceipt>> DeclareRoleAccount(RoleAccountForm form, Memory<char> password, string phone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        try
        {
            var parsed = new Parsed();
            var (id, of, by) = (parsed.CommandId(form.CommandId), parsed.CreditCode(form.Unit), parsed.Phone(phone));
            var platform = parsed.Choice(form.Platform, PlatformId.Parse, "platform");
            var kind = parsed.Choice(form.Kind, RoleAccountKindId.Parse, "kind");
            var account = parsed.Choice(form.Account, RoleAccountName.Parse, "account");
            if (parsed.Fault is { } fault)
                return Refused(fault);
            var index = office.IndexOf(by!);
            var declared = new DeclareRoleAccount(id, of!, platform!, kind!, account!, CheckReference: "", index, office.Now);
            return await Checked(declared, password, CommandContext.Applicant(index.Value), cancellation).ConfigureAwait(false);
        }
        finally
        {
            password.Span.Clear();
        }
    }

    /// <summary>Binds the certificate whose key is at hand. Signed: <see cref="ToBind"/>, the unit, the platform and the role, joined by a slash.</summary>
    public async Task<Outcome<UnitReceipt>> BindCertificate(
        string commandId, string unit, string platform, string role, SignedForUnit signed, string phone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signed);
        var parsed = new Parsed();
        var (of, certificate) = (parsed.CreditCode(unit), parsed.CertificateId(signed.Certificate));
        var (at, entry) = (parsed.Choice(platform, PlatformId.Parse, "platform"), parsed.Choice(role, RoleId.Parse, "role"));
        if (parsed.Fault is { } fault)
            return Refused(fault);
        return await proofs.Prove(certificate, signed, cancellation, ToBind, of!.Value, $"{at}/{entry}").ConfigureAwait(false) is { } proven
            ? await Say(
                commandId, unit, platform, phone,
                (id, code, _, by, now) => new BindCertificate(id, code, at!, entry!, certificate, proven.Key.Key.Serial, proven.Key.Holder, by, now), cancellation).ConfigureAwait(false)
            : Refused(RefuseInput.ChallengeExpired());
    }

    public Task<Outcome<UnitReceipt>> UnbindCertificate(
        string commandId, string unit, string platform, string role, string certificate, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (entry, bound) = (parsed.Choice(role, RoleId.Parse, "role"), parsed.CertificateId(certificate));
        return Say(commandId, unit, platform, phone, (id, of, at, by, now) => new UnbindCertificate(id, of, at, entry!, bound, by, now), cancellation, parsed);
    }

    /// <summary>The units that the phone's owner may act for.</summary>
    public async Task<IReadOnlyList<UnitOfPhone>> Units(string phone, CancellationToken cancellation) =>
        Phone.TryParse(phone, out var parsed) ? await cards.Under(office.IndexOf(parsed), cancellation).ConfigureAwait(false) : [];

    /// <summary>A unit's card, for the phone of one of its handlers; the refusal says to change the phone (A1).</summary>
    public async Task<Outcome<UnitCard>> Card(string unit, string phone, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (of, by) = (parsed.CreditCode(unit), parsed.Phone(phone));
        if (parsed.Fault is { } fault)
            return Refused<UnitCard>(fault);
        var card = await office.Card(of!, cancellation).ConfigureAwait(false);
        // A stranger is not even told which units are registered.
        return card.IsRefused || card.Value.Handlers.All(h => h.PhoneIndex != office.IndexOf(by!)) ? Refused<UnitCard>(Refuse.UnitUnderAnotherPhone()) : card;
    }

    /// <summary>The unit's handlers, for one of them.</summary>
    public async Task<Outcome<IReadOnlyList<UnitHandlerRow>>> Handlers(string unit, string phone, CancellationToken cancellation)
    {
        var card = await Card(unit, phone, cancellation).ConfigureAwait(false);
        return card.IsRefused ? card.Refusal : Outcome.Of(await office.Open(card.Value, cancellation).ConfigureAwait(false));
    }

    // Asked only where the answer would be used: a platform may count wrong passwords, and it is none of a stranger's business whether one is right.
    private async Task<Outcome<UnitReceipt>> Checked(DeclareRoleAccount declared, ReadOnlyMemory<char> password, CommandContext context, CancellationToken cancellation)
    {
        if (!await office.IsRepeat(declared, cancellation).ConfigureAwait(false))
        {
            if (await office.WouldRefuse(declared, cancellation).ConfigureAwait(false) is { } barred)
                return Refused(barred);
            var (reference, refusal) = await checks.Check(declared, password, cancellation).ConfigureAwait(false);
            if (reference is null)
                return Refused(refusal!);
            declared = declared with { CheckReference = reference, At = office.Now };
        }

        return await office.Execute(declared, context, cancellation).ConfigureAwait(false);
    }

    private async Task<Outcome<UnitReceipt>> Vouched(
        Parsed parsed, string commandId, string unit, string phone, SignedForUnit signed, string purpose, string? about,
        Func<CommandId, CreditCode, HandlerEvidence, Task<UnitCommand>> command, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signed);
        var (id, of, by) = (parsed.CommandId(commandId), parsed.CreditCode(unit), parsed.Phone(phone));
        var certificate = parsed.CertificateId(signed.Certificate);
        if (parsed.Fault is { } fault)
            return Refused(fault);
        if (await proofs.Prove(certificate, signed, cancellation, purpose, of!.Value, about!).ConfigureAwait(false) is not { } proven)
            return Refused(RefuseInput.ChallengeExpired());
        var asked = await command(id, of, HandlerEvidence.With(proven.Key)).ConfigureAwait(false);
        return await office.Execute(asked, CommandContext.Applicant(office.IndexOf(by!).Value), cancellation).ConfigureAwait(false);
    }

    private async Task<Outcome<UnitReceipt>> Say(
        string commandId, string unit, string platform, string phone, Func<CommandId, CreditCode, PlatformId, PhoneIndex, Instant, UnitCommand> command,
        CancellationToken cancellation, Parsed? begun = null)
    {
        var parsed = begun ?? new Parsed();
        var (id, of, by) = (parsed.CommandId(commandId), parsed.CreditCode(unit), parsed.Phone(phone));
        var at = parsed.Choice(platform, PlatformId.Parse, "platform");
        if (parsed.Fault is { } fault)
            return Refused(fault);
        var index = office.IndexOf(by!);
        return await office.Execute(command(id, of!, at!, index, office.Now), CommandContext.Applicant(index.Value), cancellation).ConfigureAwait(false);
    }

    private RefusalText Refused(Refusal refusal) => RefusalText.From(refusal, office.Texts);

    private Outcome<T> Refused<T>(Refusal refusal) where T : class => RefusalText.From(refusal, office.Texts);
}
