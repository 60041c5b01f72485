using ScCa.Application.Ports;
using ScCa.Application.Texts;
using ScCa.Domain.Refusals;

namespace ScCa.Application.BackOffice;

/// <summary>Stands before every desk: asks the directory, at every request anew, and the table of permissions (F2).</summary>
public sealed class StaffGate(IStaffDirectory directory, TextCatalog texts)
{
    /// <summary>Why this member of staff may not use the desk's method; null where he may.</summary>
    public async ValueTask<RefusalText?> Refusal(string staff, string desk, string method, CancellationToken cancellation)
    {
        var permitted = Permissions.For(desk, method);
        var member = await directory.Find(staff, cancellation).ConfigureAwait(false);
        return member is not null && permitted.Any(member.Roles.Contains) ? null : RefusalText.From(Refuse.NotPermitted(permitted[0]), texts);
    }

    /// <summary>Whether a page should offer it at all; the desk asks again.</summary>
    public async ValueTask<bool> Opens(string staff, string desk, string method, CancellationToken cancellation) =>
        await Refusal(staff, desk, method, cancellation).ConfigureAwait(false) is null;
}
