using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Units;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Units;

namespace ScCa.Application.BackOffice;

/// <summary>What staff do for units: the outcomes of platforms' reviews (U4), and handlers of whom they have made sure (U2).</summary>
public sealed class UnitDesk
{
    private const int QueueMax = 200;
    private const int ReasonMax = 500;

    private readonly StaffGate gate;
    private readonly UnitOffice office;
    private readonly UnitCardReader cards;

    internal UnitDesk(StaffGate gate, UnitOffice office, UnitCardReader cards) => (this.gate, this.office, this.cards) = (gate, office, cards);

    /// <summary>The role accounts that wait for their review, oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<PendingAccountRow>>> Queue(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(UnitDesk), nameof(Queue), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await cards.Waiting(QueueMax, cancellation).ConfigureAwait(false));

    public Task<Outcome<UnitCard>> Card(string unit, string staff, CancellationToken cancellation) => Card(nameof(Card), unit, staff, cancellation);

    /// <summary>Opens who may act for the unit (A7).</summary>
    public async Task<Outcome<IReadOnlyList<UnitHandlerRow>>> Handlers(string unit, string staff, CancellationToken cancellation)
    {
        var card = await Card(nameof(Handlers), unit, staff, cancellation).ConfigureAwait(false);
        return card.IsRefused ? card.Refusal : Outcome.Of(await office.Open(card.Value, cancellation).ConfigureAwait(false));
    }

    public Task<Outcome<UnitReceipt>> Register(string commandId, string unit, string? name, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var clear = parsed.HolderName(name);
        return Do(
            nameof(Register), parsed, commandId, unit, staff, (id, of, _) => Task.FromResult<UnitCommand>(new RegisterUnit(id, of, clear!, office.Now)), cancellation);
    }

    public Task<Outcome<UnitReceipt>> AuthorizeHandler(
        string commandId, string unit, string? handlerName, string? handlerPhone, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (name, phone) = (parsed.HandlerName(handlerName), parsed.Phone(handlerPhone));
        return Do(
            nameof(AuthorizeHandler), parsed, commandId, unit, staff,
            async (id, of, by) =>
                new AuthorizeHandler(id, of, await office.Seal(phone!, name, cancellation).ConfigureAwait(false), HandlerEvidence.By(by), office.Now),
            cancellation);
    }

    public Task<Outcome<UnitReceipt>> WithdrawHandler(string commandId, string unit, string? handler, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var subject = parsed.SubjectId(handler);
        return Do(
            nameof(WithdrawHandler), parsed, commandId, unit, staff,
            (id, of, by) => Task.FromResult<UnitCommand>(new WithdrawHandler(id, of, subject!, HandlerEvidence.By(by), office.Now)), cancellation);
    }

    public Task<Outcome<UnitReceipt>> ChangeHandlerPhone(
        string commandId, string unit, string? handler, string? handlerName, string? newPhone, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (subject, name, phone) = (parsed.SubjectId(handler), parsed.HandlerName(handlerName), parsed.Phone(newPhone));
        return Do(
            nameof(ChangeHandlerPhone), parsed, commandId, unit, staff,
            async (id, of, by) => new ChangeHandlerPhone(
                id, of, subject!, await office.Seal(phone!, name, cancellation).ConfigureAwait(false), HandlerEvidence.By(by), office.Now),
            cancellation);
    }

    /// <param name="account">The account that was judged, as the queue showed it.</param>
    public Task<Outcome<UnitReceipt>> ApproveRoleAccount(
        string commandId, string unit, string? platform, string? kind, string? account, string staff, CancellationToken cancellation) => Judge(
        nameof(ApproveRoleAccount), commandId, unit, platform, kind, account, staff,
        (id, of, at, what, name, by) => new ApproveRoleAccount(id, of, at, what, name, by, office.Now), new Parsed(), cancellation);

    /// <param name="account">The account that was judged, as the queue showed it.</param>
    public Task<Outcome<UnitReceipt>> RejectRoleAccount(
        string commandId, string unit, string? platform, string? kind, string? account, string? reason, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var why = parsed.FreeText(reason, "reason", ReasonMax);
        return Judge(
            nameof(RejectRoleAccount), commandId, unit, platform, kind, account, staff,
            (id, of, at, what, name, by) => new RejectRoleAccount(id, of, at, what, name, why, by, office.Now), parsed, cancellation);
    }

    private Task<Outcome<UnitReceipt>> Judge(
        string method, string commandId, string unit, string? platform, string? kind, string? account, string staff,
        Func<CommandId, CreditCode, PlatformId, RoleAccountKindId, RoleAccountName, StaffId, UnitCommand> command, Parsed parsed, CancellationToken cancellation)
    {
        var (at, what) = (parsed.Choice(platform, PlatformId.Parse, "platform"), parsed.Choice(kind, RoleAccountKindId.Parse, "kind"));
        var name = parsed.Choice(account, RoleAccountName.Parse, "account");
        return Do(method, parsed, commandId, unit, staff, (id, of, by) => Task.FromResult(command(id, of, at!, what!, name!, by)), cancellation);
    }

    private async Task<Outcome<UnitReceipt>> Do(
        string method, Parsed parsed, string commandId, string unit, string staff, Func<CommandId, CreditCode, StaffId, Task<UnitCommand>> command,
        CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(UnitDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var (id, of) = (parsed.CommandId(commandId), parsed.CreditCode(unit));
        return parsed.Fault is { } fault
            ? RefusalText.From(fault, office.Texts)
            : await office.Execute(await command(id, of!, new StaffId(staff)).ConfigureAwait(false), CommandContext.Staff(staff), cancellation).ConfigureAwait(false);
    }

    private async Task<Outcome<UnitCard>> Card(string method, string unit, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(UnitDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var of = parsed.CreditCode(unit);
        return parsed.Fault is { } fault ? RefusalText.From(fault, office.Texts) : await office.Card(of!, cancellation).ConfigureAwait(false);
    }
}
