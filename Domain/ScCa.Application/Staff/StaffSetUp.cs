using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.People;
using ScCa.Domain.Staff;

namespace ScCa.Application.Staff;

/// <summary>A code that is shown once, to whoever asked for it.</summary>
public sealed record IssuedCode(string Account, string Code);

/// <summary>What is done at the server, by whoever runs it, with nobody signed in: the first administrator, and new codes for those who hand out codes (F5, F4).</summary>
public sealed class StaffSetUp
{
    private const string Part = "console";

    private readonly ICommands commands;
    private readonly StaffRegister register;
    private readonly PersonalData people;
    private readonly EnrolmentCodes codes;
    private readonly TextCatalog texts;
    private readonly IClock clock;

    internal StaffSetUp(ICommands commands, StaffRegister register, PersonalData people, EnrolmentCodes codes, TextCatalog texts, IClock clock) =>
        (this.commands, this.register, this.people, this.codes, this.texts, this.clock) = (commands, register, people, codes, texts, clock);

    public async Task<bool> HasAdministrator(CancellationToken cancellation) => (await register.State(cancellation).ConfigureAwait(false)).Administrators > 0;

    /// <summary>Appoints the first administrator and answers with the code by which he sets his passphrase.</summary>
    public async Task<Outcome<IssuedCode>> AppointFirst(string? account, string? name, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, clear) = (parsed.StaffId(account), parsed.StaffName(name));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var subject = SubjectOf(id);
        var appoint = new AppointFirstAdministrator(
            new CommandId($"first-administrator-{id}"), id, subject,
            await people.Seal(subject, SealedField.StaffName, clear, cancellation).ConfigureAwait(false), clock.GetCurrentInstant());
        return await Coded(appoint, id, cancellation).ConfigureAwait(false);
    }

    /// <summary>A new code for any open account, also those whose roles take two people to grant.</summary>
    public async Task<Outcome<IssuedCode>> IssueCode(string commandId, string? account, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, at) = (parsed.CommandId(commandId), parsed.StaffId(account));
        return parsed.Fault is { } fault
            ? RefusalText.From(fault, texts)
            : await Coded(new IssueEnrolmentCode(id, at, By: null, clock.GetCurrentInstant()), at, cancellation).ConfigureAwait(false);
    }

    /// <summary>An account's subject is made from its id, so that a command that is sent again seals under the same key.</summary>
    internal static SubjectId SubjectOf(StaffId account) =>
        new(SubjectKinds.Staff + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.Value)))[..32]);

    // Said again after a crash, the command answers as it did and the code is made anew: the first one was never shown, or was.
    private async Task<Outcome<IssuedCode>> Coded(StaffCommand command, StaffId account, CancellationToken cancellation) =>
        await commands.Execute(command, CommandContext.System(Part), cancellation).ConfigureAwait(false) switch
        {
            Answer<StaffDirectory>.Accepted => new IssuedCode(account.Value, await codes.Issue(account, cancellation).ConfigureAwait(false)),
            Answer<StaffDirectory>.Refused(var refusal) => RefusalText.From(refusal, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
}
