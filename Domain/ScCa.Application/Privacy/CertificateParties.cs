using System.Collections.Immutable;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Units;

namespace ScCa.Application.Privacy;

/// <summary>A subject under one of the names that it has borne.</summary>
internal sealed record Party(SubjectId Subject, NameIndex Name);

/// <summary>Reads who has to do with a certificate, a unit or a payment, and under which name. Handlers' names are opened for it, and only compared.</summary>
internal sealed class CertificateParties(CommandExecutor executor, SubjectCertificatesReader records, PersonalData personal)
{
    private readonly Dictionary<string, ImmutableArray<Party>> read = new(StringComparer.Ordinal);

    public Task<ImmutableArray<Party>> OfCertificate(string certificate, CancellationToken cancellation) => Once($"certificate/{certificate}", async () =>
    {
        var events = await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false);
        var parties = ImmutableArray.CreateBuilder<Party>();
        parties.AddRange(events.Select(e => Person(e.Body)).OfType<Domain.People.Person>().Select(p => new Party(p.Subject, p.NameIndex)));
        parties.AddRange(await Handlers(events, cancellation).ConfigureAwait(false));
        foreach (var reference in await records.PaymentsFor(certificate, cancellation).ConfigureAwait(false))
            parties.AddRange(await OfPayment(reference, cancellation).ConfigureAwait(false));
        return [.. parties.Distinct()];
    });

    public Task<ImmutableArray<Party>> OfUnit(string unit, CancellationToken cancellation) => Once($"unit/{unit}", async () =>
        await Handlers(await executor.Events<Unit>(unit, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false));

    public async Task<ImmutableArray<Party>> OfPayment(string reference, CancellationToken cancellation) =>
        await executor.State<Transfer>(reference, cancellation).ConfigureAwait(false) is ReceivedTransfer { Payer: var payer } ? [new Party(payer.Subject, payer.NameIndex)] : [];

    private async Task<ImmutableArray<Party>> Once(string what, Func<Task<ImmutableArray<Party>>> read)
    {
        if (!this.read.TryGetValue(what, out var parties))
            this.read.Add(what, parties = await read().ConfigureAwait(false));
        return parties;
    }

    private async Task<ImmutableArray<Party>> Handlers(ImmutableArray<RecordedEvent> events, CancellationToken cancellation)
    {
        var parties = ImmutableArray.CreateBuilder<Party>();
        foreach (var handler in events.Select(e => Handler(e.Body)).OfType<Handler>().DistinctBy(h => (h.Subject, h.Name)))
        {
            if (await personal.Open(handler.Subject, SealedField.HandlerName, handler.Name, cancellation).ConfigureAwait(false) is { } name)
                parties.Add(new Party(handler.Subject, personal.IndexOfName(name)));
        }

        return [.. parties.Distinct()];
    }

    private static Domain.People.Person? Person(object body) => body switch
    {
        CertificateAppliedFor e => e.Holder.NaturalPerson,
        ChangeApplied e => e.NewHolder.NaturalPerson,
        UpdateGranted e => e.Holder.NaturalPerson,
        _ => null,
    };

    private static Handler? Handler(object body) => body switch
    {
        OperationApplied e => e.Under.Applying.Handler,
        HandlerChanged e => e.Handler,
        HandlerAuthorized e => e.Handler,
        HandlerPhoneChanged e => e.Handler,
        _ => null,
    };
}
