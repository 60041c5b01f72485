using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application.Inputs;
using ScCa.Application.Ports;
using ScCa.Application.Texts;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Staff;

/// <summary>
/// How members of staff prove who they are: account and passphrase, set by a one-time code (F6, F7). A wrong account and a wrong passphrase are the same
/// answer after the same work.
/// </summary>
public sealed class StaffSignIn
{
    public const int PassphraseMin = 12;
    private const int PassphraseMax = 128;

    private readonly IStaffDirectory directory;
    private readonly IStaffCredentials credentials;
    private readonly StaffSessions sessions;
    private readonly SecretHashing hashing;
    private readonly SignInThrottle throttle;
    private readonly TextCatalog texts;
    private readonly IClock clock;
    private readonly ILogger<StaffSignIn> log;

    internal StaffSignIn(
        IStaffDirectory directory, IStaffCredentials credentials, StaffSessions sessions, SecretHashing hashing, SignInThrottle throttle, TextCatalog texts,
        IClock clock, ILogger<StaffSignIn> log)
    {
        (this.directory, this.credentials, this.sessions, this.hashing, this.throttle) = (directory, credentials, sessions, hashing, throttle);
        (this.texts, this.clock, this.log) = (texts, clock, log);
    }

    public async Task<Outcome<StaffSession>> SignIn(string? account, string? passphrase, CancellationToken cancellation)
    {
        var (proven, _, refusal) = await Prove(
            account, passphrase ?? "", StaffCredentialKind.Passphrase, RefuseInput.SignInFailed(), cancellation).ConfigureAwait(false);
        if (proven is null)
            return refusal!;
        StaffLog.SignedIn(log, proven.Member.Id);
        return proven;
    }

    /// <summary>Uses up the one-time code and sets the passphrase.</summary>
    public async Task<Outcome<StaffSession>> Enrol(string? account, string? code, string? passphrase, CancellationToken cancellation)
    {
        if (Fault(passphrase) is { } fault)
            return RefusalText.From(fault, texts);
        var wrong = RefuseInput.EnrolmentCodeWrong();
        var (proven, known, refusal) = await Prove(
            account, EnrolmentCodes.Normalized(code), StaffCredentialKind.EnrolmentCode, wrong, cancellation).ConfigureAwait(false);
        return proven is null ? refusal! : await Set(proven, known, passphrase!, wrong, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sets another passphrase; the present one has to be shown, signed in or not.</summary>
    public async Task<Outcome<StaffSession>> ChangePassphrase(string? account, string? present, string? next, CancellationToken cancellation)
    {
        if (Fault(next) is { } fault)
            return RefusalText.From(fault, texts);
        var wrong = RefuseInput.SignInFailed();
        var (proven, known, refusal) = await Prove(account, present ?? "", StaffCredentialKind.Passphrase, wrong, cancellation).ConfigureAwait(false);
        return proven is null ? refusal! : await Set(proven, known, next!, wrong, cancellation).ConfigureAwait(false);
    }

    private static Refusal? Fault(string? passphrase) => (passphrase?.Length ?? 0) switch
    {
        < PassphraseMin => RefuseInput.PassphraseTooShort(PassphraseMin),
        > PassphraseMax => RefuseInput.TextTooLong("passphrase", PassphraseMax),
        _ => null,
    };

    private async Task<(StaffSession? Proven, ReadOnlyMemory<byte> Known, RefusalText? Refusal)> Prove(
        string? typed, string secret, StaffCredentialKind kind, Refusal wrong, CancellationToken cancellation)
    {
        var account = typed?.Trim() ?? "";
        if (throttle.Begin(account) is { } pause)
            return (null, default, Delayed(pause));
        var parsed = new Parsed();
        var id = parsed.StaffId(account);
        var known = parsed.Fault is null ? await credentials.Find(id.Value, cancellation).ConfigureAwait(false) : null;
        var member = parsed.Fault is null ? await directory.Find(id.Value, cancellation).ConfigureAwait(false) : null;
        var withdrawn = parsed.Fault is null ? await sessions.RolesWithdrawn(id.Value, cancellation).ConfigureAwait(false) : 0;

        // All of it before any answer: what is missing must not be told by the time it takes.
        var matches = await hashing.Matches(Usable(known, kind), Bounded(secret), cancellation).ConfigureAwait(false);
        if (matches && member is not null)
        {
            throttle.Succeeded(account);
            return (new StaffSession(member, StaffSessions.StampOf(known, withdrawn)), known!.Value, null);
        }

        if (member is null)
            StaffLog.SignInUnknown(log);
        else
            StaffLog.SignInFailed(log, member.Id);
        return (null, default, RefusalText.From(wrong, texts));
    }

    private StaffCredential? Usable(ReadOnlyMemory<byte>? record, StaffCredentialKind kind) =>
        record is { } stored && StaffCredential.Decoded(stored) is var credential && credential.Kind == kind
            && (credential.GoodUntil is not { } end || clock.GetCurrentInstant() < end)
            ? credential
            : null;

    // Longer is wrong in any case; hashing megabytes would be work for nothing.
    private static string Bounded(string secret) => secret.Length <= PassphraseMax ? secret : "";

    private async Task<Outcome<StaffSession>> Set(
        StaffSession proven, ReadOnlyMemory<byte> known, string passphrase, Refusal usedMeanwhile, CancellationToken cancellation)
    {
        var member = proven.Member;
        var (salt, hash) = await hashing.Hash(passphrase, cancellation).ConfigureAwait(false);
        var record = new StaffCredential(StaffCredentialKind.Passphrase, SecretHashing.Iterations, salt, hash, null).Encoded();
        if (!await credentials.Replace(member.Id, known, record, cancellation).ConfigureAwait(false))
            return RefusalText.From(usedMeanwhile, texts);
        StaffLog.PassphraseSet(log, member.Id);
        // Every session before this one carries another stamp; this one goes on.
        return new StaffSession(member, StaffSessions.StampOf(record, await sessions.RolesWithdrawn(member.Id, cancellation).ConfigureAwait(false)));
    }

    private RefusalText Delayed(Duration pause)
    {
        var seconds = (int)Math.Ceiling(pause.TotalSeconds);
        StaffLog.SignInDelayed(log, seconds);
        return RefusalText.From(RefuseInput.SignInDelayed(seconds), texts);
    }
}
