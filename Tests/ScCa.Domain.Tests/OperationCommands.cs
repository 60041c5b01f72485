using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests;

/// <summary>The commands of the operations and of their fulfilment, with the key that the first generation is on.</summary>
internal static class OperationCommands
{
    private static readonly CommandId Id = new("command-1");
    private static readonly Applying Online = Applying.Online(TheHandler);

    public static readonly StaffId FirstPerson = new("operator-1");
    public static readonly StaffId SecondPerson = new("operator-2");

    /// <summary>The holder under another name, and with another code besides.</summary>
    public static readonly UnitHolder Renamed = TheHolder with
    {
        Self = TheHolder.Self with { Name = CertificateName.Parse("甲(集团)有限公司"), NameIndex = new NameIndex("name-9") },
    };

    public static readonly UnitHolder Relicensed = Renamed with { Self = Renamed.Self with { CreditCode = CreditCode.Parse("91510100000000001H") } };

    public static readonly ExpertHolder Expert = new(
        new Person(new SubjectId("expert-1"), new SealedText("sealed-expert"), new NameIndex("name-e"), new SealedText("sealed-id"), new IdNumberIndex("id-e")),
        TestPolicies.Judge);
    public static readonly IndividualHolder MemberOfUnit = new(Expert.Person, TheHolder.Self, OperationPolicies.Member);

    public static ApplyForCertificate Apply(Instant at, PlatformId? platform = null, int seals = 0, Term? term = null, Holder? holder = null) =>
        new(Id, TheCertificate, platform ?? OperationPolicies.Full, holder ?? TheHolder, Online, null, term ?? OneYear, Pictures(1, seals), at);

    public static RenewCertificate Renew(Instant at, Term? term = null, SerialNumber? proven = null) =>
        new(Id, TheCertificate, Online, term ?? OneYear, ProofOf(proven ?? Serial1), at);

    public static ChangeCertificate Change(Instant at, Holder? newHolder = null, SerialNumber? proven = null) =>
        new(Id, TheCertificate, Online, newHolder ?? Renamed, ProofOf(proven ?? Serial1), at);

    public static ReissueCertificate Reissue(Instant at, KeyLoss loss = KeyLoss.Lost, Channel channel = Channel.Online) =>
        new(Id, TheCertificate, Online with { Channel = channel }, loss, null, at);

    public static RevokeCertificate Revoke(Instant at, RevocationWish wish = RevocationWish.NoLongerUsed) => new(Id, TheCertificate, Online, wish, null, at);

    public static UnlockCertificate Unlock(Instant at, SerialNumber? proven = null) => new(Id, TheCertificate, Online, ProofOf(proven ?? Serial1), at);

    public static EnableEContract EnableEContract(Instant at, SerialNumber? proven = null) => new(Id, TheCertificate, Online, ProofOf(proven ?? Serial1), at);

    /// <summary>One picture for each seal, none of them one that came with the New.</summary>
    public static ApplyForSeals ApplyForSeals(Instant at, int seals = 1, SerialNumber? proven = null) =>
        new(Id, TheCertificate, Online, Pictures(11, seals), ProofOf(proven ?? Serial1), at);

    public static UpgradeSeals UpgradeSeals(Instant at, SerialNumber? proven = null) => new(Id, TheCertificate, Online, ProofOf(proven ?? Serial1), at);

    public static RenewSeals RenewSeals(Instant at, SerialNumber? proven = null) => new(Id, TheCertificate, Online, ProofOf(proven ?? Serial1), at);

    public static ExpireSeals ExpireSeals(Instant at) => new(Id, TheCertificate, at);

    public static ApproveApplication Approve(int application, Instant at, SealPictureFinding? finding = null) =>
        new(Id, TheCertificate, application, finding, Reviewer, at);

    public static ProvideMaterial Provide(int application, MaterialId material, Instant at) =>
        new(Id, TheCertificate, application, material, DigestOf(material.Value), Phone, null, at);

    public static CompleteMaterials CompleteMaterials(int application, Instant at) => new(Id, TheCertificate, application, Reviewer, at);

    public static CountTransfer Pay(int application, Money amount, PaymentMeans means, NameIndex payer, Instant at) => new(
        Id, TheCertificate, application, PaymentOf(application), means, new Payer(new SubjectId("payer-1"), new SealedText("sealed-payer"), payer), amount, at);

    public static BankReference PaymentOf(int application) => new($"payment-{application}");

    public static WithdrawApplication Withdraw(int application, Instant at) => new(Id, TheCertificate, application, Phone, true, at);

    public static FulfilApplication Fulfil(int application, Instant at) => new(Id, TheCertificate, application, at);

    public static IntendIssuance Intend(SerialNumber serial, Validity validity, Instant at) =>
        new(Id, TheCertificate, serial, TbsDigest, SigningKey, validity, at);

    public static AbandonIssuance Abandon(SerialNumber serial, Instant at) => new(Id, TheCertificate, serial, at);

    public static RecordGeneration Record(SerialNumber serial, Instant at) => new(Id, TheCertificate, serial, Signed, at);

    public static CompleteUpdate CompleteUpdate(SerialNumber written, Instant at) => new(Id, TheCertificate, written, at);

    public static CompleteUnlock CompleteUnlock(Instant at, SerialNumber? key = null) => new(Id, TheCertificate, key ?? Serial1, at);

    public static OrderRevocation OrderRevocation(
        Instant at, RevocationReason reason = RevocationReason.PrivilegeWithdrawn, string grounds = "(2026) 川01 执 1", StaffId? by = null) =>
        new(Id, TheCertificate, reason, grounds, by ?? FirstPerson, at);

    public static ConfirmRevocation ConfirmRevocation(Instant at, StaffId? by = null) => new(Id, TheCertificate, by ?? SecondPerson, at);

    public static DropRevocationOrder DropRevocationOrder(Instant at, string reason = "order withdrawn") => new(Id, TheCertificate, SecondPerson, reason, at);

    public static PostKey Post(Instant at) => new(Id, TheCertificate, "SF1", Clerk, at);

    public static ExpireCertificate Expire(Instant at) => new(Id, TheCertificate, at);

    public static ImmutableArray<Digest> Pictures(int first, int count) => [.. Enumerable.Range(first, count).Select(Picture)];

    public static Digest Picture(int number) => DigestOf($"picture-{number}");
}
