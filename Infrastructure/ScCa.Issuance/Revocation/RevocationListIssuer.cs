using System.Security.Cryptography;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Issuing;
using ScCa.Pki.RevocationLists;

namespace ScCa.Issuance.Revocation;

/// <summary>
/// The lists of every issuing authority: whole ones and deltas to them (RFC 5280 §5.2.4) under one line of numbers, by the signing protocol. Number and times are
/// fixed and the list is built; the intent is durable; the list is signed and its file durable; the result is recorded. Killed anywhere, its number is never used
/// again.
/// </summary>
public sealed class RevocationListIssuer(
    IReadOnlyList<ListedAuthority> authorities, ICertificateStatuses statuses, RevocationListFolder folder, ICommands commands, CommandExecutor executor,
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
        foreach (var authority in authorities)
            issued += await Issue(authority, at, isForced, cancellation).ConfigureAwait(false);
        return issued;
    }

    private async Task<int> Issue(ListedAuthority authority, Instant at, bool isForced, CancellationToken cancellation)
    {
        var issued = 0;
        var state = await Settled(RevocationListId.Of(authority.Issuer.Name), at, cancellation).ConfigureAwait(false);
        if (isForced || IsDue(state.Whole, options.ListEvery, at) || !await IsSound(authority, Whole, state.Whole, cancellation).ConfigureAwait(false))
        {
            var number = await NextNumber(authority.Issuer, state, cancellation).ConfigureAwait(false);
            state = await Issue(authority, new PlannedList(number, null, at, at + options.ListEvery + options.ListSlack), state.Whole, cancellation).ConfigureAwait(false);
            issued++;
        }

        if (DeltaOf(state, at) is { } delta && (isForced || IsOwed(state) || IsDue(state.Delta ?? state.Whole, options.DeltaEvery, at)
            || !await IsSound(authority, Delta, state.Delta, cancellation).ConfigureAwait(false)))
        {
            await Issue(authority, delta, state.Delta, cancellation).ConfigureAwait(false);
            issued++;
        }

        return issued;
    }

    private static bool IsDue(IssuedRevocationList? current, Duration every, Instant at) => current is null || at >= current.ThisUpdate + every;

    // A crash between the two leaves a whole list whose delta is missing: it is made up for, whatever the hour. The first whole list has none.
    private static bool IsOwed(RevocationListSeries state) => state.WholeBefore is not null && (state.Delta?.Number ?? 0) < state.Whole!.Number;

    // What was damaged at rest is not given out; nobody need wait for the next hour or night to have another.
    private async ValueTask<bool> IsSound(ListedAuthority authority, string kind, IssuedRevocationList? issued, CancellationToken cancellation) =>
        issued is null || await folder.IsSound(RevocationListId.Of(authority.Issuer.Name, kind), issued, cancellation).ConfigureAwait(false);

    // §5.2.3: a delta and a whole list of one time bear one number, at different times never. Where there is no list before, or that number was given up, the whole list
    // says it all until its second is over.
    private PlannedList? DeltaOf(RevocationListSeries state, Instant at) => state switch
    {
        { Whole: { } whole } when at > whole.ThisUpdate => new(state.LastNumber + 1, OldestHolding(state, at), at, at + options.DeltaEvery * 2),
        { Whole: { } whole, WholeBefore: { } before } when state.IsTwinOfWhole(whole.Number, at) => new(whole.Number, before, at, at + options.DeltaEvery * 2),
        _ => null,
    };

    // Readers and caches keep a whole list until it ends, and that is after the next one: the delta counts on from the one that they may still hold.
    private static IssuedRevocationList OldestHolding(RevocationListSeries state, Instant at) =>
        state.WholeBefore is { } before && before.NextUpdate > at ? before : state.Whole!;

    // What was begun and has no outcome is given up first.
    private async Task<RevocationListSeries> Settled(RevocationListId list, Instant at, CancellationToken cancellation)
    {
        var state = await State(list, cancellation).ConfigureAwait(false);
        if (state.Intent is not { } orphan)
            return state;
        var kind = orphan.Base is null ? Whole : Delta;
        await Must(new AbandonRevocationList(IdOf(list, kind, orphan.Number, "abandon"), list, orphan.Number, at), cancellation).ConfigureAwait(false);
        return await State(list, cancellation).ConfigureAwait(false);
    }

    // Whole lists and deltas had a line of numbers each before they shared one: what they used up is not used again.
    private async ValueTask<long> NextNumber(IssuingAuthority issuer, RevocationListSeries state, CancellationToken cancellation)
    {
        var last = state.LastNumber;
        foreach (var apart in last == 0 ? new[] { Whole, Delta } : [])
            last = Math.Max(last, (await State(RevocationListId.Of(issuer.Name, apart), cancellation).ConfigureAwait(false)).LastNumber);
        return last + 1;
    }

    private Task<RevocationListSeries> State(RevocationListId list, CancellationToken cancellation) =>
        executor.State<RevocationListSeries>(list.Value, cancellation);

    private async Task<RevocationListSeries> Issue(ListedAuthority authority, PlannedList plan, IssuedRevocationList? before, CancellationToken cancellation)
    {
        var issuer = authority.Issuer;
        var (list, number, at) = (RevocationListId.Of(issuer.Name), plan.Number, plan.ThisUpdate);
        using var writer = new RevocationListWriter(plan.ContentFor(authority));
        await foreach (var revoked in statuses.Revoked(at, cancellation).ConfigureAwait(false))
        {
            if (revoked.SigningKey == issuer.KeyName && (plan.Base is not { } complete || revoked.Revocation!.At > complete.ThisUpdate - Overlap))
                writer.Add(revoked.Serial.ToDerInteger(), revoked.Revocation!.At.ToDateTimeOffset(), ListReasons.Of(revoked.Revocation.Reason));
        }

        var toBeSigned = writer.Finish();
        var digest = Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(toBeSigned.Span)));
        await Must(
            new IntendRevocationList(
                IdOf(list, plan.Kind, number, "intend"), list, number, at, plan.NextUpdate, plan.Base?.Number, digest, issuer.KeyName, at), cancellation).ConfigureAwait(false);
        var files = RevocationListId.Of(issuer.Name, plan.Kind);
        var file = folder.Put(files, number, writer.Complete(issuer.SignList(toBeSigned.Span)).Span);
        await Must(new RecordRevocationList(IdOf(list, plan.Kind, number, "record"), list, number, file, writer.Count, at), cancellation).ConfigureAwait(false);
        // Whoever has just been told that the one before is the newest may still be about to read it.
        folder.DeleteBefore(files, before?.Number ?? number);
        return await State(list, cancellation).ConfigureAwait(false);
    }

    private async Task Must(Command<RevocationListSeries> command, CancellationToken cancellation)
    {
        if (await commands.Execute(command, Context, cancellation).ConfigureAwait(false) is Answer<RevocationListSeries>.Refused(var refusal))
            throw new InvalidOperationException($"{command.GetType().Name} was refused: {refusal.Code}. Somebody else issues lists over this store.");
    }

    private static CommandId IdOf(RevocationListId list, string kind, long number, string step) => new($"list:{list}:{kind}:{number}:{step}");
}
