using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;

namespace ScCa.Application.Staff;

/// <summary>Somebody who has proven who he is, and the stamp that his session carries.</summary>
public sealed record StaffSession(StaffMember Member, string Stamp);

/// <summary>
/// Whether a session is still one (F8). Its stamp is made of what it was proven by and of how many roles its holder has lost: another passphrase, a new
/// code, a role taken away or a closed account and it is no longer the account's. Asking reads, and writes nothing.
/// </summary>
public sealed class StaffSessions(IStaffDirectory directory, StaffRegister register, IStaffCredentials credentials)
{
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("scca staff session 1");

    /// <summary>Begins a session without any proof: for demonstrations, and for whoever proves staff by other means. Null where nobody is there.</summary>
    public async ValueTask<StaffSession?> Begin(string account, CancellationToken cancellation) =>
        await directory.Find(account, cancellation).ConfigureAwait(false) is { } member
            ? new StaffSession(member, await Stamp(member.Id, cancellation).ConfigureAwait(false))
            : null;

    /// <summary>Whether the stamp is the account's now.</summary>
    public async ValueTask<bool> IsOpen(string account, string stamp, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        if (await directory.Find(account, cancellation).ConfigureAwait(false) is null)
            return false;
        var now = await Stamp(account, cancellation).ConfigureAwait(false);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(now), Encoding.UTF8.GetBytes(stamp));
    }

    internal async ValueTask<int> RolesWithdrawn(string account, CancellationToken cancellation) =>
        (await register.State(cancellation).ConfigureAwait(false)).Accounts.GetValueOrDefault(account)?.RolesWithdrawn ?? 0;

    internal static string StampOf(ReadOnlyMemory<byte>? record, int rolesWithdrawn)
    {
        Span<byte> withdrawn = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(withdrawn, rolesWithdrawn);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Purpose);
        hash.AppendData(withdrawn);
        // What the account is proven by holds a salt of its own: its hash tells nothing of it, and is another with every new one.
        hash.AppendData((record ?? ReadOnlyMemory<byte>.Empty).Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async ValueTask<string> Stamp(string account, CancellationToken cancellation) => StampOf(
        await credentials.Find(account, cancellation).ConfigureAwait(false), await RolesWithdrawn(account, cancellation).ConfigureAwait(false));
}
