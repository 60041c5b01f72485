using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using ScCa.Domain.Certificates;
using Xunit;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A life for every reaction, in which it writes: the process dies there, and all comes to the same.</summary>
public sealed class EveryReactionTests
{
    private const string Begun = "apply-1";

    private static readonly string Certificate = TestSystem.CertificateOf(Begun);

    private static readonly Dictionary<string, Act[]> LifeOf = new(StringComparer.Ordinal)
    {
        [nameof(MatchTransfers)] = [Deaths.Issue(1)],
        [nameof(CountClaimedTransfers)] = [Deaths.Issue(1)],
        [nameof(FulfilApplications)] = [Deaths.Issue(1)],
        [nameof(RequestInvoices)] = [Deaths.Issue(1)],
        [nameof(RegisterUnits)] = [Deaths.Issue(1)],
        [nameof(NotifyHandlers)] = [Deaths.Issue(1)],
        [nameof(DeliverMessages)] = [Deaths.Issue(1)],
        [nameof(FillBatches)] = [Deaths.Issue(1)],
        [nameof(PostBatchedKeys)] = [Deaths.Issue(1), new("post", async p => await p.PostBatch(((KnownCertificate)await p.Certificate(Certificate)).Parcel!.By.Date))],
        [nameof(FollowParcels)] = [Deaths.Issue(1), new("told, then posted", async p =>
        {
            await p.Tell("SF1", TrackingCode.Delivered, ParcelSigner.Recipient);
            await p.Post(Certificate, "SF1");
        })],
        [nameof(MoveHandlers)] = [Deaths.Issue(1), Deaths.Issue(2), Deaths.Move()],
        [nameof(RenameUnits)] = [Deaths.Issue(1), Operation(o => o.Change(Units.FurtherNames[0], isPulled: true))],
        [nameof(PayScansBack)] = [Deaths.Issue(1), Operation(o => o.Seal(isPaidTwice: true, WeChatRefundStatus.Succeeded))],
        [nameof(ReverseInvoices)] = [Deaths.Issue(1), new("refund", p => p.Refund("refund", "B-1"))],
        [nameof(RefundEndedApplications)] = [Deaths.Issue(1), Operation(o => o.Renew(isHalfPaid: true, isFinished: true))],
        [nameof(MakeSeals)] = [Deaths.Issue(1), Operation(o => o.Seal(isPaidTwice: false, WeChatRefundStatus.Succeeded))],
        [nameof(IssueListsAtOnce)] = [Deaths.Issue(1), Operation(o => o.Revoke(RevocationWish.KeyLost))],
        [nameof(NoteRoleAccounts)] = [new("weekly", p => Lives.IssueWeekly(p, Units.Weekly(Begun, 0, 0), hasAccount: true))],
        [nameof(EraseSubjects)] =
        [
            new("person", p => Lives.Issue(p, Units.OfPerson(Begun, 0), Units.PersonNames[0], Paid.Exactly)),
            new("erase", async p => await new Operations(await Issued(p), "", "").Erase((await Issued(p)).Holder.NaturalPerson!.Subject).Do(p)),
        ],
    };

    public static TheoryData<string> Reactions => [.. CrossStreamSteps.Reactions];

    [Theory, MemberData(nameof(Reactions)), Trait("rule", "C1")]
    public async Task A_death_at_its_first_write_in_either_way_shows_nowhere(string reaction) =>
        Assert.Empty(await Deaths.Noticed(reaction, null, deathsMax: 1, LifeOf[reaction]));

    [Theory, MemberData(nameof(Reactions)), Trait("set", "long"), Trait("rule", "C1")]
    public async Task A_death_at_any_of_its_writes_in_either_way_shows_nowhere(string reaction) =>
        Assert.Empty(await Deaths.Noticed(reaction, null, deathsMax: int.MaxValue, LifeOf[reaction]));

    private static Act Operation(Func<Operations, Act> which) =>
        new("operation", async p => await which(new Operations(await Issued(p), Units.PhoneOf(0), Units.Names[0])).Do(p));

    private static async Task<IssuedCertificate> Issued(Process process) => (IssuedCertificate)await process.Certificate(Certificate);
}
