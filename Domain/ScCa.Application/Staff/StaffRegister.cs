using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Staff;

namespace ScCa.Application.Staff;

/// <summary>
/// The staff directory itself, read from its stream at every call: the stream is short, and a view would be behind by the very moment that matters when a role
/// is withdrawn (F2).
/// </summary>
public sealed class StaffRegister(CommandExecutor executor, PersonalData people) : IStaffDirectory
{
    public async ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation)
    {
        var members = new List<StaffMember>();
        foreach (var account in (await State(cancellation).ConfigureAwait(false)).Accounts.Values.Where(a => !a.IsClosed))
            members.Add(await Member(account, cancellation).ConfigureAwait(false));
        return members;
    }

    public async ValueTask<StaffMember?> Find(string id, CancellationToken cancellation) =>
        (await State(cancellation).ConfigureAwait(false)).Accounts.GetValueOrDefault(id) is { IsClosed: false } account
            ? await Member(account, cancellation).ConfigureAwait(false)
            : null;

    private async ValueTask<StaffMember> Member(StaffAccount account, CancellationToken cancellation) =>
        new(account.Id.Value, await NameOf(account, cancellation).ConfigureAwait(false), account.Roles);

    /// <summary>The name in clear; the account's id where the name has been erased.</summary>
    internal async ValueTask<string> NameOf(StaffAccount account, CancellationToken cancellation) =>
        await people.Open(account.Subject, SealedField.StaffName, account.Name, cancellation).ConfigureAwait(false) ?? account.Id.Value;

    internal Task<StaffDirectory> State(CancellationToken cancellation) => executor.State<StaffDirectory>(StaffDirectory.StreamKey, cancellation);
}
