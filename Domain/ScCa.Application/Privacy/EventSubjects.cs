using System.Collections.Immutable;
using ScCa.Domain.Certificates;
using ScCa.Domain.Messages;
using ScCa.Domain.People;
using ScCa.Domain.Staff;

namespace ScCa.Application.Privacy;

/// <summary>Whose personal data an event carries: the one place to be extended when an event names a person in a new way.</summary>
internal static class EventSubjects
{
    public static ImmutableArray<SubjectId> Of(object body) => body switch
    {
        CertificateAppliedFor e => [e.Handler.Subject],
        RenewalApplied e => [e.Handler.Subject],
        MessageRequested e => [e.Subject],
        FirstAdministratorAppointed e => [e.Subject],
        StaffAccountOpened e => [e.Subject],
        _ => [],
    };
}
