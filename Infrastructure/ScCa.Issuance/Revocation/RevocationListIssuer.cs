using System.Security.Cryptography;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Issuing;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;

namespace ScCa.Issuance.Revocation;

/// <summary>
/// The lists of every issuing authority: a whole one and a delta to it (RFC 5280 §5.2.4), by the signing protocol. Number and times are fixed and the list is
/// built; the intent is durable; the list is signed and its file durable; the result is recorded. Killed anywhere, its number is never used again.
/// </summary>
public sealed class RevocationListIssuer(
    IReadOnlyList<IssuingAuthority> issuers, ICertificateStatuses statuses, RevocationListFolder folder, ICommands commands, CommandExecutor executor,
    StatusOptions options) : IRevocationListPublisher
{
    public const string Whole = "whole";
    public const string Delta = "delta";

    // A revocation's instant is its command's; that the command was slow must not keep it out of every delta.
    private static readonly Duration Overlap = Duration.FromHours(1);

    private static readonly CommandContext Context = CommandContext.System("revocation-lists");

    public Task<int> IssueDue(Instant asOf, CancellationToken cancellation) => Issue(asOf, isForced: false, cancellation);

    public Task<int> IssueNow(Instant asOf, CancellationToken cancellation) => Issue(asOf, isForced: true, cancellation);

    private async Task<int> Issue(Instant asOf, bool isForced, CancellationToken cancellation)
    {
        // X.509 counts in whole seconds.
        var at = Instant.FromUnixTimeSeconds(asOf.ToUnixTimeSeconds());
        var issued = 0;
        foreach (var issuer in issuers)
        {
            var whole = RevocationListId.Of(issuer.Name, Whole);
            if (await IsDue(whole, options.ListEvery, at, isForced, cancellation).ConfigureAwait(false))
            {
                await Issue(issuer, whole, null, at, options.ListEvery + options.ListSlack, cancellation).ConfigureAwait(false);
                issued++;
            }

            var (delta, wholeNow) = (RevocationListId.Of(issuer.Name, Delta), await State(whole, cancellation).ConfigureAwait(false));
            if (wholeNow.Current is { } complete && await IsDue(delta, options.DeltaEvery, at, isForced, cancellation).ConfigureAwait(false))
            {
                await Issue(issuer, delta, complete, at, options.DeltaEvery * 2, cancellation).ConfigureAwait(false);
                issued++;
            }
        }

        return issued;
    }

    private async Task<bool> IsDue(RevocationListId list, Duration every, Instant at, bool isForced, CancellationToken cancellation) =>
        isForced || (await State(list, cancellation).ConfigureAwait(false)).Current is not { } current || at >= current.ThisUpdate + every;

    private Task<RevocationListSeries> State(RevocationListId list, CancellationToken cancellation) =>
        executor.State<RevocationListSeries>(list.Value, cancellation);

    private async Task Issue(
        IssuingAuthority issuer, RevocationListId list, IssuedRevocationList? complete, Instant at, Duration holds, CancellationToken cancellation)
    {
        var state = await State(list, cancellation).ConfigureAwait(false);
        if (state.Intent is { } orphan)
        {
            await Must(new AbandonRevocationList(IdOf(list, orphan.Number, "abandon"), list, orphan.Number, at), cancellation).ConfigureAwait(false);
            state = await State(list, cancellation).ConfigureAwait(false);
        }

        // Both kinds share one line of numbers (RFC 5280 §5.2.3): a delta's is never below that of the list it follows.
        var number = Math.Max(state.LastNumber, complete?.Number ?? 0) + 1;
        using var writer = new RevocationListWriter(ContentOf(issuer, number, complete?.Number, at, at + holds));
        await foreach (var revoked in statuses.Revoked(at, cancellation).ConfigureAwait(false))
        {
            if (revoked.SigningKey == issuer.KeyName && (complete is null || revoked.Revocation!.At > complete.ThisUpdate - Overlap))
                writer.Add(revoked.Serial.ToDerInteger(), revoked.Revocation!.At.ToDateTimeOffset(), ListReasons.Of(revoked.Revocation.Reason));
        }

        var toBeSigned = writer.Finish();
        var digest = Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(toBeSigned.Span)));
        await Must(
            new IntendRevocationList(IdOf(list, number, "intend"), list, number, at, at + holds, complete?.Number, digest, issuer.KeyName, at), cancellation).ConfigureAwait(false);
        var file = folder.Put(list, number, writer.Complete(issuer.SignList(toBeSigned.Span)).Span);
        await Must(new RecordRevocationList(IdOf(list, number, "record"), list, number, file, writer.Count, at), cancellation).ConfigureAwait(false);
        // Whoever has just been told that the one before is the newest may still be about to read it.
        folder.DeleteBefore(list, state.Current?.Number ?? number);
    }

    private static RevocationListContent ContentOf(IssuingAuthority issuer, long number, long? baseNumber, Instant from, Instant until)
    {
        var certificate = issuer.Certificate.Certificate;
        List<Extension> extensions = [KeyIdentifiers.OfAuthority(issuer.Certificate.SubjectKeyIdentifier), CrlNumber.Of(number)];
        if (baseNumber is { } complete)
            extensions.Add(CrlNumber.OfBase(complete));
        return new(SignatureAlgorithm.For(certificate.PublicKey.Kind), certificate.Subject, from.ToDateTimeOffset(), until.ToDateTimeOffset(), extensions);
    }

    private async Task Must(Command<RevocationListSeries> command, CancellationToken cancellation)
    {
        if (await commands.Execute(command, Context, cancellation).ConfigureAwait(false) is Answer<RevocationListSeries>.Refused(var refusal))
            throw new InvalidOperationException($"{command.GetType().Name} was refused: {refusal.Code}. Somebody else issues lists over this store.");
    }

    private static CommandId IdOf(RevocationListId list, long number, string step) => new($"list:{list}:{number}:{step}");
}
