using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.People;

namespace ScCa.Application.Staff;

/// <summary>One-time codes by which a new member of staff sets his passphrase: 100 random bits, good for seven days and once (F6).</summary>
internal sealed class EnrolmentCodes(IStaffCredentials credentials, SecretHashing hashing, IRandomSource random, IClock clock, ILogger<EnrolmentCodes> log)
{
    // Crockford's base 32: no letters that are read for others.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private const int GroupLength = 5;
    private static readonly Duration Lifetime = Duration.FromDays(7);

    /// <summary>Makes the code, in place of whatever the account had. It is shown once and kept as a hash only.</summary>
    public async Task<string> Issue(StaffId account, CancellationToken cancellation)
    {
        var code = New();
        var (salt, hash) = await hashing.Hash(code, cancellation).ConfigureAwait(false);
        var record = new StaffCredential(
            StaffCredentialKind.EnrolmentCode, SecretHashing.Iterations, salt, hash, clock.GetCurrentInstant() + Lifetime).Encoded();
        while (!await credentials.Replace(
            account.Value, await credentials.Find(account.Value, cancellation).ConfigureAwait(false), record, cancellation).ConfigureAwait(false))
        {
            // Somebody enrolled or issued at the same moment: what is asked for now still stands last.
        }

        StaffLog.CodeIssued(log, account.Value);
        return string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));
    }

    /// <summary>The code as it was made, however it was typed.</summary>
    public static string Normalized(string? typed) => string.Concat((typed ?? "").Where(c => c is not ('-' or ' '))).ToUpperInvariant();

    // 256 is a multiple of 32: every letter is as likely.
    private string New()
    {
        Span<byte> bytes = stackalloc byte[Length];
        random.Fill(bytes);
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            letters[i] = Alphabet[bytes[i] % Alphabet.Length];
        return new string(letters);
    }
}
