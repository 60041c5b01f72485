using System.Collections.Immutable;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Staff;
using ScCa.Domain.Units;

namespace ScCa.Application.Privacy;

/// <summary>Whose personal data an event carries: the one place to be extended when an event names a person in a new way.</summary>
internal static class EventSubjects
{
    public static ImmutableArray<SubjectId> Of(object body) => body switch
    {
        CertificateAppliedFor e => [e.Under.Applying.Handler.Subject, .. Of(e.Holder)],
        ChangeApplied e => [e.Under.Applying.Handler.Subject, .. Of(e.NewHolder)],
        OperationApplied e => [e.Under.Applying.Handler.Subject],
        UpdateGranted e => Of(e.Holder),
        HandlerChanged e => [e.Handler.Subject],
        TransferReceived e => [e.Payer.Subject],
        TransferClaimed e => [e.Payer.Subject],
        HandlerAuthorized e => [e.Handler.Subject],
        HandlerPhoneChanged e => [e.Former, e.Handler.Subject],
        HandlerWithdrawn e => [e.Handler],
        MessageRequested e => [e.Subject],
        FirstAdministratorAppointed e => [e.Subject],
        StaffAccountOpened e => [e.Subject],
        _ => [],
    };

    private static ImmutableArray<SubjectId> Of(Holder holder) => holder.NaturalPerson is { } person ? [person.Subject] : [];
}
