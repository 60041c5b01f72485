using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Application.BackOffice;

/// <summary>What is kept of a person, without any of it.</summary>
/// <param name="ErasureFrom">The first day on which it may be erased; null where there is no day to wait for.</param>
public sealed record SubjectCard(
    string Subject, ImmutableArray<string> Certificates, LocalDate? LastNotAfter, LocalDate? ErasureFrom, string? LegalHold, bool IsStopped, Instant? ErasedAt);

/// <summary>What was decided about a person's data is written.</summary>
public sealed record SubjectReceipt(string Subject, long Position);

/// <summary>Legal holds, requests to erase, and erasure of personal data (A10).</summary>
public sealed class PrivacyDesk(
    StaffGate gate, ICommands commands, SubjectStates states, SubjectCertificatesReader certificates, PersonalData personal, TextCatalog texts, IClock clock)
{
    private const int ReasonMax = 500;

    private delegate SubjectCommand Asked(CommandId id, SubjectId subject, LocalDate? lastNotAfter, StaffId by, string reason, Instant at);

    /// <summary>Finds a person by phone, as he asks about his data.</summary>
    public async Task<Outcome<SubjectCard>> FindByPhone(string? phone, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(PrivacyDesk), nameof(FindByPhone), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var number = parsed.Phone(phone);
        return parsed.Fault is { } fault
            ? RefusalText.From(fault, texts)
            : await Card(personal.SubjectOf(number!), cancellation).ConfigureAwait(false);
    }

    public async Task<Outcome<SubjectCard>> Find(string? subject, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(PrivacyDesk), nameof(Find), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var id = parsed.SubjectId(subject);
        return parsed.Fault is { } fault ? RefusalText.From(fault, texts) : await Card(id, cancellation).ConfigureAwait(false);
    }

    public Task<Outcome<SubjectReceipt>> PlaceLegalHold(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(PlaceLegalHold), commandId, subject, reason, staff, (id, whose, _, by, why, at) => new PlaceLegalHold(id, whose, by, why, at), cancellation);

    public Task<Outcome<SubjectReceipt>> LiftLegalHold(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(LiftLegalHold), commandId, subject, reason, staff, (id, whose, _, by, why, at) => new LiftLegalHold(id, whose, by, why, at), cancellation);

    public Task<Outcome<SubjectReceipt>> RequestErasure(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(RequestErasure), commandId, subject, reason, staff, (id, whose, _, by, why, at) => new RequestErasure(id, whose, by, why, at), cancellation);

    /// <summary>Decides the erasure; the key and the materials are destroyed by the worker's next round.</summary>
    public Task<Outcome<SubjectReceipt>> Erase(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(Erase), commandId, subject, reason, staff, (id, whose, last, by, why, at) => new EraseSubject(id, whose, last, by, why, at), cancellation);

    private async Task<Outcome<SubjectReceipt>> Decide(
        string method, string commandId, string? subject, string? reason, string staff, Asked command, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(PrivacyDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, whose, why) = (parsed.CommandId(commandId), parsed.SubjectId(subject), parsed.FreeText(reason, "reason", ReasonMax));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        // A generation that the view has not seen yet would let data go years too early, and nothing brings it back.
        if (!await certificates.IsCurrent(cancellation).ConfigureAwait(false))
            return RefusalText.From(Refuse.SubjectRecordsBehind(), texts);
        if (await certificates.Find(whose.Value, cancellation).ConfigureAwait(false) is not { } known)
            return RefusalText.From(Refuse.SubjectUnknown(), texts);
        var asked = command(id, whose, known.LastNotAfter, new StaffId(staff), why, clock.GetCurrentInstant());
        return await commands.Execute(asked, CommandContext.Staff(staff), cancellation).ConfigureAwait(false) switch
        {
            Answer<Subject>.Accepted accepted => new SubjectReceipt(whose.Value, accepted.Position),
            Answer<Subject>.Refused(var refused) => RefusalText.From(refused, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    private async Task<Outcome<SubjectCard>> Card(SubjectId subject, CancellationToken cancellation)
    {
        if (await certificates.Find(subject.Value, cancellation).ConfigureAwait(false) is not { } known)
            return RefusalText.From(Refuse.SubjectUnknown(), texts);
        var state = await states.State(subject, cancellation).ConfigureAwait(false);
        LocalDate? from = known.LastNotAfter is { } last ? Subject.ErasurePermittedFrom(last) : null;
        return state switch
        {
            ErasedSubject erased => new SubjectCard(subject.Value, known.Certificates, known.LastNotAfter, null, null, IsStopped: true, erased.ErasedAt),
            KeptSubject kept => new SubjectCard(subject.Value, known.Certificates, known.LastNotAfter, from, kept.LegalHold, kept.IsStopped, null),
            _ => throw new InvalidOperationException("A subject of no known kind."),
        };
    }
}
