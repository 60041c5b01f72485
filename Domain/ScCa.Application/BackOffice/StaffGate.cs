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
        var member = await directory.Find(staff, cancellation).ConfigureAwait(false);
        return member is not null && Permissions.Permits(member, desk, method)
            ? null
            : RefusalText.From(Refuse.NotPermitted(Permissions.For(desk, method)[0]), texts);
    }
}
