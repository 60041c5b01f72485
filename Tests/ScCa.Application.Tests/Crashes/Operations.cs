using NodaTime;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using static ScCa.Application.Ports.WeChatRefundStatus;

namespace ScCa.Application.Tests.Crashes;

/// <summary>What can be done with a certificate that is issued and has nothing open.</summary>
/// <param name="payerName">In whose name is paid, where it is a person's.</param>
internal sealed class Operations(IssuedCertificate issued, string phone, string payerName)
{
    private static readonly Period KeptFor = Period.FromYears(5) + Period.FromMonths(1);

    private string Id => issued.Id.Value;

    private int Next => issued.Applications + 1;

    private bool IsWeekly => issued.Platform.Value != "gov-procurement";

    public string Phone => phone;

    public string Payer => issued.Holder.Unit?.Name.Value ?? payerName;

    public IEnumerable<Offer> Offers()
    {
        if (issued.Grant is not null)
            yield return new Offer(6, "pull", _ => new Act("pull", p => p.Pull(Id)));
        yield return new Offer(6, "change", choices => Change(choices.Pick(Units.FurtherNames), isPulled: choices.Int(3) < 3));
        yield return new Offer(2, "reissue", _ => Reissue());
        yield return new Offer(5, "renew", choices => Renew(isHalfPaid: choices.Int(2) == 2, isFinished: choices.Int(3) < 2));
        yield return new Offer(1, "revoke", choices => Revoke(choices.Bool() ? RevocationWish.KeyLost : RevocationWish.NoLongerUsed));
        if (!IsWeekly)
            yield return new Offer(10, "seal", choices => Seal(choices.Int(3) > 0, choices.Pick([Succeeded, Processing, Processing, Abnormal]), isFollowed: choices.Bool()));
        if (issued.Holder.NaturalPerson is { } person)
            yield return new Offer(8, "erase", _ => Erase(person.Subject));
    }

    public Act Change(string name, bool isPulled) => new($"change to {name}", async p =>
    {
        if (!await p.Operate(Id, Operation.Change, f => issued.Holder.NaturalPerson is null ? f with { HolderName = name } : f with { PersonName = name }, atWindow: true))
            return;
        await p.Approve(Id);
        await p.Seen(Id, Next);
        if (isPulled)
            await p.Pull(Id);
    });

    public Act Reissue() => new("reissue", async p =>
    {
        if (await ApplyForReissue(p) is null)
            return;
        await p.Seen(Id, Next);
        await p.AtWindow(Id, Next, Payer, Money.Parse("50.00"));
    });

    public Act Revoke(RevocationWish wish) => new($"revoke, {wish}", async p =>
    {
        if (!await p.Operate(Id, Operation.Revoke, f => f with { Wish = wish.ToString() }, atWindow: true))
            return;
        await p.Approve(Id);
        await p.Seen(Id, Next);
    });

    /// <summary>On the first day on which it can be, or at once where that has passed. What is half paid is withdrawn where it is finished.</summary>
    public Act Renew(bool isHalfPaid, bool isFinished) => new(isHalfPaid ? "renew, half paid" : "renew", async p =>
    {
        p.World.Clock.Set(Instant.Max(p.Now, Shanghai.StartOf(issued.NotAfter.PlusDays(-60)) + Duration.FromHours(9)));
        if (!await p.Operate(Id, Operation.Renew, f => f))
            return;
        await p.Approve(Id);
        if ((await p.Certificate(Id)).Open is not { } open)
            return;
        await p.Transfer(Payer, isHalfPaid ? open.Missing.Fen / 2 : open.Missing.Fen);
        if (isHalfPaid && isFinished)
            await p.Withdraw(Id, open.Number, phone);
        else if (isFinished)
            await p.Pull(Id);
    });

    /// <summary>Scanned; paid twice, what is missing comes from the bank as well, and what was scanned goes back.</summary>
    /// <param name="isFollowed">A refund that is not finished at once is so by the night.</param>
    public Act Seal(bool isPaidTwice, WeChatRefundStatus answer, bool isFollowed = false) => new(isPaidTwice ? "seal, paid twice" : "seal", async p =>
    {
        if (await ApplyForSeal(p) is not { } open)
            return;
        p.World.Till.FirstAnswer = answer;
        await p.Scan(Id, open.Number, phone, isPaidTwice ? open.Missing.Fen : null, Payer);
        if (!isPaidTwice)
            return;
        await p.Refund($"refund-{Id}-{open.Number}", ScanIntake.ReferenceOf(ScanOrders.Number(Id, open.Number)));
        if (isFollowed && p.World.Till.Refunds.LastOrDefault(r => r.OrderNumber == ScanOrders.Number(Id, open.Number) && r.Status == Processing) is { } processing)
        {
            p.World.Till.Finish(processing.RefundNumber, Succeeded);
            await p.Night(Duration.FromDays(1));
        }
    });

    /// <summary>The application as it waits for its payment; null where it was refused.</summary>
    public async Task<OpenApplication?> ApplyForReissue(Process p)
    {
        if (!await p.Operate(Id, Operation.Reissue, f => f with { Loss = nameof(KeyLoss.Lost) }, atWindow: true))
            return null;
        await p.Approve(Id);
        return (await p.Certificate(Id)).Open;
    }

    /// <summary>The same of a renewal's that the legal representative asks for.</summary>
    public async Task<OpenApplication?> ApplyAsRepresentative(Process p)
    {
        if (!await p.Operate(Id, Operation.Renew, f => f with { HandledBy = nameof(HandledBy.LegalRepresentative) }))
            return null;
        await p.Approve(Id);
        return (await p.Certificate(Id)).Open;
    }

    /// <summary>The same of a seal's.</summary>
    public async Task<OpenApplication?> ApplyForSeal(Process p)
    {
        if (!await p.Operate(Id, Operation.SealApply, f => f with { SealPictures = [TestSystem.DigestOf($"picture-{Next}").Value] }))
            return null;
        await p.Approve(Id);
        return (await p.Certificate(Id)).Open;
    }

    public Act Erase(SubjectId subject) => new("erase", async p =>
    {
        var last = ((HeldCertificate)await p.Certificate(Id)).Generations.Max(g => g.NotAfterDate);
        await p.Night(Instant.Max(p.Now, Shanghai.StartOf(last + KeptFor)) - p.Now);
        await p.Erase($"erase-{Id}", subject.Value);
    });
}
