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

/// <summary>What was decided about a person's data is written.</summary>
public sealed record SubjectReceipt(string Subject, long Position);

/// <summary>Legal holds, requests to erase, and erasure of all that is kept of a person (A10). Lifting a hold and erasing take two people.</summary>
public sealed class PrivacyDesk(
    StaffGate gate, ICommands commands, PersonLinks links, SubjectCertificatesReader records, PersonalData personal, TextCatalog texts, IClock clock)
{
    private const int ReasonMax = 500;
    private const int SoughtMax = 200;

    /// <summary>Finds people by a whole phone, ID number, name or subject's id; several where several bear the name.</summary>
    public async Task<Outcome<IReadOnlyList<SubjectCard>>> Find(string? sought, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(PrivacyDesk), nameof(Find), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (sought?.Trim() is not { Length: > 0 and <= SoughtMax } text)
            return RefusalText.From(RefuseInput.SearchTextMalformed(), texts);
        var found = new List<SubjectCard>();
        foreach (var subject in await Subjects(text, cancellation).ConfigureAwait(false))
        {
            if (!found.Any(card => card.Parts.Any(part => part.Subject == subject.Value)) && await links.Of(subject, cancellation).ConfigureAwait(false) is { } person)
                found.Add(SubjectCard.Of(person));
        }

        return found is [] ? RefusalText.From(Refuse.SubjectUnknown(), texts) : Outcome.Of<IReadOnlyList<SubjectCard>>(found);
    }

    public Task<Outcome<SubjectReceipt>> PlaceLegalHold(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(PlaceLegalHold), commandId, subject, reason, staff,
        a => new PlaceLegalHold(a.Id, a.Where(k => k.LegalHold is not null), a.By, a.Reason, a.At), cancellation);

    /// <summary>The first of two people says that what the data was held for is over.</summary>
    public Task<Outcome<SubjectReceipt>> OrderHoldLift(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(OrderHoldLift), commandId, subject, reason, staff,
        a => new OrderHoldLift(a.Id, a.Where(k => k.LegalHold is not null), a.By, a.Reason, a.At), cancellation);

    /// <summary>The second of two people lifts the hold.</summary>
    public Task<Outcome<SubjectReceipt>> LiftLegalHold(string commandId, string? subject, string staff, CancellationToken cancellation) => Decide(
        nameof(LiftLegalHold), commandId, subject, null, staff,
        a => new LiftLegalHold(a.Id, a.Where(k => k.Order is HoldLiftOrder), a.By, a.At), cancellation);

    /// <summary>The person asks for it: from now on whatever is kept of him is stored and nothing else is done with it.</summary>
    public Task<Outcome<SubjectReceipt>> RequestErasure(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(RequestErasure), commandId, subject, reason, staff,
        a => new RequestErasure(a.Id, a.Where(k => !k.IsStopped), a.By, a.Reason, a.At), cancellation);

    /// <summary>The first of two people decides the erasure; the data is only stored from then on.</summary>
    public Task<Outcome<SubjectReceipt>> OrderErasure(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(OrderErasure), commandId, subject, reason, staff,
        a => new OrderErasure(a.Id, a.Where(k => k.Order is ErasureOrder), a.Person.RecordsBeside(a.Where(k => k.Order is ErasureOrder)), a.By, a.Reason, a.At), cancellation);

    /// <summary>The second of two people decides it; the keys and the materials are destroyed by the worker's next round.</summary>
    public Task<Outcome<SubjectReceipt>> ConfirmErasure(string commandId, string? subject, string staff, CancellationToken cancellation) => Decide(
        nameof(ConfirmErasure), commandId, subject, null, staff,
        a => new ConfirmErasure(a.Id, a.Where(k => k.Order is ErasureOrder), a.Person.RecordsBeside(a.Where(k => k.Order is ErasureOrder)), a.By, a.At), cancellation);

    /// <summary>What waits for the second person is not to happen.</summary>
    public Task<Outcome<SubjectReceipt>> DropOrder(string commandId, string? subject, string? reason, string staff, CancellationToken cancellation) => Decide(
        nameof(DropOrder), commandId, subject, reason, staff,
        a => new DropSubjectOrder(a.Id, a.Where(k => k.Order is not null), a.By, a.Reason, a.At), cancellation);

    // A text may be several things at once; each that it can be is looked for.
    private async Task<IEnumerable<SubjectId>> Subjects(string sought, CancellationToken cancellation)
    {
        var found = new List<SubjectId>();
        var parsed = new Parsed();
        var id = parsed.SubjectId(sought);
        if (parsed.Fault is null)
            found.Add(id);
        if (Phone.TryParse(sought, out var phone))
            found.Add(personal.SubjectOf(phone));
        if (ResidentId.TryParse(sought) is { } idNumber)
            found.Add(personal.SubjectOfIdNumber(idNumber));
        found.AddRange(await records.Named(personal.IndexOfName(sought), cancellation).ConfigureAwait(false));
        return found;
    }

    private async Task<Outcome<SubjectReceipt>> Decide(
        string method, string commandId, string? subject, string? reason, string staff, Func<Asking, SubjectCommand> command, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(PrivacyDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, whose, why) = (parsed.CommandId(commandId), parsed.SubjectId(subject), parsed.FreeText(reason, "reason", ReasonMax));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        // A generation that the view has not seen yet would let data go years too early, and nothing brings it back.
        if (!await records.IsCurrent(cancellation).ConfigureAwait(false))
            return RefusalText.From(Refuse.SubjectRecordsBehind(), texts);
        if (await links.Of(whose, cancellation).ConfigureAwait(false) is not { } person)
            return RefusalText.From(Refuse.SubjectUnknown(), texts);
        var asked = command(new Asking(id, whose, person, new StaffId(staff), why, clock.GetCurrentInstant()));
        switch (await commands.Execute(asked, CommandContext.Staff(staff), cancellation).ConfigureAwait(false))
        {
            case Answer<Subject>.Refused(var refused):
                return RefusalText.From(refused, texts);
            case Answer<Subject>.Accepted accepted:
                var stopped = asked is Domain.People.RequestErasure or Domain.People.OrderErasure ? await StopRest(asked, person, new StaffId(staff), why, cancellation).ConfigureAwait(false) : null;
                return new SubjectReceipt(asked.Subject.Value, stopped ?? accepted.Position);
            default:
                throw new InvalidOperationException("An answer of no known kind.");
        }
    }

    // Stopped is whoever asked, under every subject that he is. A crash in between leaves some of them: the same form, sent again, goes on.
    private async Task<long?> StopRest(SubjectCommand asked, KnownPerson person, StaffId by, string why, CancellationToken cancellation)
    {
        long? last = null;
        foreach (var part in person.Subjects.Where(s => s.Id != asked.Subject && s.State is KeptSubject { IsStopped: false }))
        {
            var stop = new RequestErasure(new CommandId($"{asked.Id}:{part.Id}"), part.Id, by, why, asked.At);
            if (await commands.Execute(stop, CommandContext.Staff(by.Value), cancellation).ConfigureAwait(false) is Answer<Subject>.Accepted accepted)
                last = accepted.Position;
        }

        return last;
    }

    private sealed record Asking(CommandId Id, SubjectId Whose, KnownPerson Person, StaffId By, string Reason, Instant At)
    {
        // What was decided about a person stands under whichever subject he was known by then.
        public SubjectId Where(Func<KeptSubject, bool> isSo) => Person.Subjects.FirstOrDefault(s => s.State is KeptSubject kept && isSo(kept))?.Id ?? Whose;
    }
}
