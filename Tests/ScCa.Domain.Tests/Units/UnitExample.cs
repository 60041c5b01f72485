using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Units;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Units;

/// <summary>The unit of the examples, its people, its accounts, and a platform that has role accounts.</summary>
internal static class UnitExample
{
    public static readonly CreditCode TheUnit = TheHolder.Self.CreditCode;
    public static readonly CreditCode OtherUnit = CreditCode.Parse("91510100MA61UX2K5A");
    public static readonly CertificateName NameOfUnit = TheHolder.Self.Name;

    public static readonly CertificateName NewName = CertificateName.Parse("成都新名科技有限公司");

    public static readonly Handler First = TheHandler;
    public static readonly Handler Second = Person(2);
    public static readonly Handler Third = Person(3);

    /// <summary>The first handler after he has changed his phone.</summary>
    public static readonly Handler FirstMoved = Person(4);

    public static readonly CertificateId OtherCertificate = new("c-2");

    /// <summary>Has role accounts of two kinds.</summary>
    public static readonly PlatformId Trade = new("trade");

    public static readonly LocalizedText TradeName = new("招采平台", "Trade platform");
    public static readonly RoleId Agency = new("agency");
    public static readonly RoleAccountKindId Maker = new("maker");
    public static readonly RoleAccountKindId Carrier = new("carrier");
    public static readonly RoleAccountName Account = new("sc0006");
    public static readonly RoleAccountName OtherAccount = new("PS20210055");

    // A Wednesday, and the last second of the Thursday after it.
    public static readonly Instant DeclaredAt = AppliedAt;
    public static readonly Instant ThursdayNight = At("2025-03-06T23:59:59");

    public static PolicyBook Policies { get; } = new(
        [
            TestPolicies.GovFirst,
            TestPolicies.GovFirst with
            {
                Id = Trade,
                Name = TradeName,
                Roles = [Role("supplier"), Role("agency"), Role("judge") with { Holder = HolderKind.Expert }],
                RoleAccounts = [AccountOf("maker"), AccountOf("carrier")],
            },
        ],
        TestPolicies.Calendar);

    public static HandlerEvidence ByStaff { get; } = HandlerEvidence.By(Clerk);

    public static HandlerEvidence ByKey { get; } = HandlerEvidence.With(new UnitKeyProof(TheCertificate, TheUnit, ProofOf(Serial1)));

    public static HandlerEvidence ByForeignKey { get; } = HandlerEvidence.With(new UnitKeyProof(OtherCertificate, OtherUnit, ProofOf(Serial2)));

    public static HandlerEvidence Unproven { get; } = new(null, null);

    private static Handler Person(int n) =>
        new(new SubjectId($"handler-{n}"), new SealedText($"sealed-name-{n}"), new SealedText($"sealed-phone-{n}"), new PhoneIndex($"phone-{n}"));

    private static RoleAccountPolicy AccountOf(string id) => new(new RoleAccountKindId(id), new LocalizedText(id, id));

    private static RolePolicy Role(string id) => TestPolicies.GovFirst.Roles[0] with { Id = new RoleId(id) };
}
