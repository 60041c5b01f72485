using NodaTime;
using ScCa.Domain;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Tests.Crashes;

/// <summary>What comes about because nobody does anything until a day has passed.</summary>
internal sealed class Overdue(IssuedCertificate issued, Operations operations)
{
    public IEnumerable<Offer> Offers(Instant now)
    {
        if (Shanghai.DateOf(now) > issued.NotAfter)
            yield break;
        if (issued.Platform.Value == "gov-procurement")
            yield return new Offer(3, "lapse", _ => Lapse());
        yield return new Offer(5, "overtaken", _ => Overtaken());
        if (issued.Holder.Unit is not null)
            yield return new Offer(6, "renew late", _ => RenewLate());
    }

    /// <summary>Applied for, never paid: announced after three weeks, over a week later.</summary>
    private Act Lapse() => new("applied for and forgotten", async p =>
    {
        if (await operations.ApplyForSeal(p) is null)
            return;
        await p.Night(Duration.FromDays(24));
        await p.Night(Duration.FromDays(8));
    });

    /// <summary>A key that is lost, and its successor paid in part, which keeps it from lapsing: until the certificate ends, and its seals with it.</summary>
    private Act Overtaken() => new("half paid until the certificate ends", async p =>
    {
        if (await operations.ApplyForReissue(p) is not { } open)
            return;
        await p.Transfer(operations.Payer, open.Missing.Fen / 2);
        await p.Night(Until(p, issued.NotAfter.PlusDays(1)));
    });

    /// <summary>Renewed once it has expired, by the legal representative, who shows his face for it.</summary>
    private Act RenewLate() => new("renew late, by the representative", async p =>
    {
        await p.Night(Until(p, issued.NotAfter.PlusDays(1)));
        if (await operations.ApplyAsRepresentative(p) is not { } open)
            return;
        await p.ShowFace(issued.Id.Value, open.Number, operations.Phone);
        await p.Transfer(operations.Payer, open.Missing.Fen);
        await p.Pull(issued.Id.Value);
    });

    /// <summary>A parcel that waits for its unit's account longer than until its posting day.</summary>
    public static Act? Awaits(KnownCertificate state) => state is { RoleAccountAppliedOn: null, Parcel: { Weekly.AwaitsRoleAccount: true } parcel }
        ? new Act("no account until the posting day", p => p.Night(Until(p, parcel.By.Date)))
        : null;

    private static Duration Until(Process p, LocalDate date) => Duration.Max(Duration.FromDays(1), Shanghai.StartOf(date) + Duration.FromHours(3) - p.Now);
}
