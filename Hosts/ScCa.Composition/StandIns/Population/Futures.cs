using System.Globalization;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns.Population;

/// <summary>What inhabitants will do next, as their platform offers it and their dice fall.</summary>
internal sealed class Futures(PolicyBook policies, Dice dice)
{
    /// <summary>What follows from the issue of the first certificate.</summary>
    public IEnumerable<Plan> AfterIssue(Inhabitant who, IssuedCertificate certificate, LocalDate today)
    {
        (Operation Operation, int InHundred, int From, int Within)[] wishes =
        [
            (Operation.EContractEnable, 30, 3, 40), (Operation.SealApply, 35, 2, 60), (Operation.Unlock, 12, 20, 250), (Operation.Change, 10, 60, 200),
            (Operation.Reissue, 8, 30, 280), (Operation.Revoke, 5, 90, 300),
        ];
        foreach (var (operation, inHundred, from, within) in wishes)
        {
            if (Offers(who, operation, today) && dice.Happens(inHundred, Question(who, $"{operation}")))
                yield return new Plan(today.PlusDays(from + dice.Of(within, Question(who, $"{operation}:day"))), who, operation);
        }

        foreach (var renewal in Renewal(who, certificate))
            yield return renewal;
    }

    /// <summary>What follows from something else that was done.</summary>
    public IEnumerable<Plan> After(Inhabitant who, Operation done, IssuedCertificate certificate, LocalDate today)
    {
        if (done == Operation.Renew)
        {
            foreach (var renewal in Renewal(who, certificate))
                yield return renewal;
        }

        var question = Question(who, $"{certificate.Seals.Length}");
        if (done == Operation.Renew && certificate.StandingSeals.Any(s => s.NotAfter < certificate.NotAfter) && Offers(who, Operation.SealRenew, today)
            && dice.Happens(80, $"{question}:seal-renew"))
        {
            yield return new Plan(today.PlusDays(1 + dice.Of(5, $"{question}:seal-renew:day")), who, Operation.SealRenew);
        }

        if (certificate.StandingSeals.Any(s => s.Format == SealFormat.GmT0031V2014) && Offers(who, Operation.SealUpgrade, today)
            && dice.Happens(70, $"{question}:upgrade"))
        {
            yield return new Plan(today.PlusDays(10 + dice.Of(200, $"{question}:upgrade:day")), who, Operation.SealUpgrade);
        }
    }

    // Most renew in the last sixty days, some too late, some never.
    private IEnumerable<Plan> Renewal(Inhabitant who, IssuedCertificate certificate)
    {
        var question = Question(who, $"renew:{certificate.CurrentGeneration}");
        switch (dice.Of(100, question))
        {
            case < 70:
                yield return new Plan(certificate.NotAfter.PlusDays(-dice.Of(RenewCertificate.OpensDaysBefore, $"{question}:day")), who, Operation.Renew);
                break;
            case < 83:
                yield return new Plan(certificate.NotAfter.PlusDays(2 + dice.Of(60, $"{question}:day")), who, Operation.Renew);
                break;
        }
    }

    private bool Offers(Inhabitant who, Operation operation, LocalDate on) =>
        policies.InEffect(who.Platform, on)?.Services.Any(s => s.Operation == operation && s.Holder == who.Role.Holder) ?? false;

    private static string Question(Inhabitant who, string what) => string.Create(CultureInfo.InvariantCulture, $"{who.Number}:{what}");
}
