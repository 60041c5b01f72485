using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>The cut-off has passed and the unit has not applied for its role account: the parcel goes a week later (D2).</summary>
public sealed record PostponeParcel(CommandId Id, CertificateId Certificate, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        KnownCertificate { Parcel: { } parcel, RoleAccountAppliedOn: null } when parcel.PromisedFrom(Shanghai.DateOf(At), policies.Calendar, At) is { } promised => promised,
        _ => Refuse.NothingToPostpone(),
    };
}

internal static class ParcelPromises
{
    /// <summary>The promise anew, where a role account applied for only then moves it; null where it stays.</summary>
    public static ParcelPromised? PromisedFrom(this PromisedParcel parcel, LocalDate applied, WorkingCalendar calendar, Instant at) =>
        parcel.Weekly is { AwaitsRoleAccount: true } weekly
        && weekly.PostedOn(LocalDate.Max(parcel.CompletedOn, applied), calendar) is var day && day != parcel.By
            ? new ParcelPromised(parcel.Application, day, parcel.CompletedOn, weekly, at)
            : null;
}
