using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Staff;
using ScCa.Application.Texts;
using ScCa.Domain.People;
using ScCa.Domain.Staff;

namespace ScCa.Application.BackOffice;

/// <summary>A role that waits for a second administrator, and who asked for it.</summary>
public sealed record RequestedRole(string Role, string By);

/// <summary>An account as administrators see it.</summary>
public sealed record StaffAccountRow(
    string Account, string Name, IReadOnlyList<string> Roles, IReadOnlyList<RequestedRole> Requests, bool IsClosed);

/// <summary>What was decided about an account is written.</summary>
/// <param name="Code">A one-time code where one was made: shown now, and never again.</param>
public sealed record StaffChange(string Account, string? Code);

/// <summary>Accounts and roles of the back office (F1 to F6).</summary>
public sealed class StaffDesk
{
    private readonly StaffGate gate;
    private readonly ICommands commands;
    private readonly StaffRegister register;
    private readonly IStaffCredentials credentials;
    private readonly EnrolmentCodes codes;
    private readonly PersonalData people;
    private readonly TextCatalog texts;
    private readonly IClock clock;

    internal StaffDesk(
        StaffGate gate, ICommands commands, StaffRegister register, IStaffCredentials credentials, EnrolmentCodes codes, PersonalData people, TextCatalog texts,
        IClock clock)
    {
        (this.gate, this.commands, this.register, this.credentials) = (gate, commands, register, credentials);
        (this.codes, this.people, this.texts, this.clock) = (codes, people, texts, clock);
    }

    public async Task<Outcome<IReadOnlyList<StaffAccountRow>>> Accounts(string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(StaffDesk), nameof(Accounts), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var rows = new List<StaffAccountRow>();
        foreach (var account in (await register.State(cancellation).ConfigureAwait(false)).Accounts.Values)
            rows.Add(await Row(account, cancellation).ConfigureAwait(false));
        return Outcome.Of<IReadOnlyList<StaffAccountRow>>(rows);
    }

    /// <summary>Opens an account and makes its first code.</summary>
    public async Task<Outcome<StaffChange>> Open(string commandId, string? account, string? name, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var clear = parsed.StaffName(name);
        var at = parsed.StaffId(account);
        // Nothing is sealed for an account that will not be opened.
        if (await Barred(nameof(Open), staff, parsed, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var subject = StaffSetUp.SubjectOf(at);
        var sealedName = await people.Seal(subject, SealedField.StaffName, clear, cancellation).ConfigureAwait(false);
        return await Change(
            nameof(Open), commandId, account, staff, (id, opened, by, now) => new OpenStaffAccount(id, opened, subject, sealedName, by, now), WithCode, cancellation)
            .ConfigureAwait(false);
    }

    public Task<Outcome<StaffChange>> Grant(string commandId, string? account, string? role, string staff, CancellationToken cancellation) => ChangeRole(
        nameof(Grant), commandId, account, role, staff, (id, at, granted, by, now) => new GrantStaffRole(id, at, granted, by, now), cancellation);

    public Task<Outcome<StaffChange>> Confirm(string commandId, string? account, string? role, string staff, CancellationToken cancellation) => ChangeRole(
        nameof(Confirm), commandId, account, role, staff, (id, at, confirmed, by, now) => new ConfirmStaffRole(id, at, confirmed, by, now), cancellation);

    public Task<Outcome<StaffChange>> Withdraw(string commandId, string? account, string? role, string staff, CancellationToken cancellation) => ChangeRole(
        nameof(Withdraw), commandId, account, role, staff, (id, at, withdrawn, by, now) => new WithdrawStaffRole(id, at, withdrawn, by, now), cancellation);

    /// <summary>Closes the account and destroys what its holder signed in with.</summary>
    public Task<Outcome<StaffChange>> Close(string commandId, string? account, string staff, CancellationToken cancellation) => Change(
        nameof(Close), commandId, account, staff, (id, at, by, now) => new CloseStaffAccount(id, at, by, now), WithoutCredential, cancellation);

    public Task<Outcome<StaffChange>> IssueCode(string commandId, string? account, string staff, CancellationToken cancellation) => Change(
        nameof(IssueCode), commandId, account, staff, (id, at, by, now) => new IssueEnrolmentCode(id, at, by, now), WithCode, cancellation);

    private Task<Outcome<StaffChange>> ChangeRole(
        string method, string commandId, string? account, string? role, string staff,
        Func<Domain.CommandId, StaffId, StaffRole, StaffId, Instant, StaffCommand> command, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var wanted = parsed.StaffRole(role);
        return Change(method, commandId, account, staff, (id, at, by, now) => command(id, at, wanted, by, now), AsItIs, cancellation, parsed);
    }

    private async Task<Outcome<StaffChange>> Change(
        string method, string commandId, string? account, string staff, Func<Domain.CommandId, StaffId, StaffId, Instant, StaffCommand> command,
        Func<StaffId, bool, CancellationToken, Task<StaffChange>> then, CancellationToken cancellation, Parsed? begun = null)
    {
        var parsed = begun ?? new Parsed();
        var (id, at) = (parsed.CommandId(commandId), parsed.StaffId(account));
        if (await Barred(method, staff, parsed, cancellation).ConfigureAwait(false) is { } barred)
            return barred;
        var asked = command(id, at, new StaffId(staff), clock.GetCurrentInstant());
        return await commands.Execute(asked, CommandContext.Staff(staff), cancellation).ConfigureAwait(false) switch
        {
            Answer<StaffDirectory>.Accepted accepted => await then(at, accepted.IsRepeat, cancellation).ConfigureAwait(false),
            Answer<StaffDirectory>.Refused(var refusal) => RefusalText.From(refusal, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    private async ValueTask<RefusalText?> Barred(string method, string staff, Parsed parsed, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(StaffDesk), method, cancellation).ConfigureAwait(false)
        ?? (parsed.Fault is { } fault ? RefusalText.From(fault, texts) : null);

    private static Task<StaffChange> AsItIs(StaffId account, bool isRepeat, CancellationToken cancellation) => Task.FromResult(new StaffChange(account.Value, null));

    // A form sent twice makes one code: the second sending must not undo the code that the first has shown. Where a crash came between event and code, there is
    // no record yet, and the repeat makes it.
    private async Task<StaffChange> WithCode(StaffId account, bool isRepeat, CancellationToken cancellation) =>
        isRepeat && await credentials.Find(account.Value, cancellation).ConfigureAwait(false) is not null
            ? new StaffChange(account.Value, null)
            : new StaffChange(account.Value, await codes.Issue(account, cancellation).ConfigureAwait(false));

    // A crash before this leaves a record that opens nothing: signing in asks the directory too.
    private async Task<StaffChange> WithoutCredential(StaffId account, bool isRepeat, CancellationToken cancellation)
    {
        while (await credentials.Find(account.Value, cancellation).ConfigureAwait(false) is { } known
            && !await credentials.Replace(account.Value, known, null, cancellation).ConfigureAwait(false))
        {
            // Changed at the same moment: look again.
        }

        return new StaffChange(account.Value, null);
    }

    private async ValueTask<StaffAccountRow> Row(StaffAccount account, CancellationToken cancellation) => new(
        account.Id.Value, await register.NameOf(account, cancellation).ConfigureAwait(false), [.. account.Roles.Select(r => r.ToString())],
        [.. account.Requests.Select(r => new RequestedRole(r.Key.ToString(), r.Value.Value))], account.IsClosed);
}
