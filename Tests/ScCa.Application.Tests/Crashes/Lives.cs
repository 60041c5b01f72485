using System.Globalization;
using NodaTime;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using ScCa.Domain.Units;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>How a charge is met.</summary>
internal enum Paid
{
    Exactly,
    TooMuch,
    InTwo,
    BeforeItIsApproved,
    AtWindow,
}

/// <summary>Several lives in one world: what anybody might do next, as things stand.</summary>
internal sealed class Lives(Process process)
{
    private const int CertificatesMax = 4;

    private readonly List<string> certificates = [];
    private int names;

    public IReadOnlyList<string> Certificates => certificates;

    public async Task<IReadOnlyList<Offer>> Offers(Choices choices)
    {
        var offers = new List<Offer>();
        if (certificates.Count < CertificatesMax)
            offers.AddRange(Beginnings());
        offers.Add(new Offer(certificates.Count == 0 ? 0 : 6, "night", Night));
        offers.AddRange(await OnTransfers());
        offers.AddRange(OnInvoices());
        offers.AddRange(OnIssuedInvoices());
        if (process.World.Till.Refunds.FirstOrDefault(r => r.Status == WeChatRefundStatus.Processing) is { } processing)
        {
            offers.Add(new Offer(25, "refund finished", _ => new Act("a refund is finished, and a night", p =>
            {
                p.World.Till.Finish(processing.RefundNumber, WeChatRefundStatus.Succeeded);
                return p.Night(Duration.FromDays(1));
            })));
        }

        offers.AddRange(await OnUnits());
        if (certificates.Count > 0)
        {
            var certificate = choices.Pick(certificates);
            var state = (KnownCertificate)await process.Certificate(certificate);
            offers.AddRange(OnParcels(state));
            if (state is IssuedCertificate { Open: null } issued)
            {
                var operations = new Operations(issued, await PhoneOf(state), await NameOf(state));
                offers.AddRange(operations.Offers());
                offers.AddRange(new Overdue(issued, operations).Offers(process.Now));
            }

            if (state.Open is { } open)
                offers.Add(new Offer(2, "withdraw", await Withdraw(certificate, open.Number, await PhoneOf(state))));
        }

        return offers;
    }

    /// <summary>A certificate that an act has begun is there from now on.</summary>
    public async Task Look(string certificate)
    {
        if (!certificates.Contains(certificate) && await process.Certificate(certificate) is KnownCertificate)
            certificates.Add(certificate);
    }

    private IEnumerable<Offer> Beginnings()
    {
        var id = $"apply-{certificates.Count + 1}";
        // The further a life has come, the more there is to do in it.
        var weight = certificates.Count == 0 ? 4 : 1;
        yield return new Offer(2 * weight, "unit", choices => Unit(choices, id));
        yield return new Offer(2 * weight, "person", choices =>
        {
            var person = choices.Int(1);
            return Begun(id, "person", process => Issue(process, Units.OfPerson(id, person), Units.PersonNames[person], Paid.Exactly));
        });
        yield return new Offer(2 * weight, "weekly", choices =>
        {
            var (unit, hasAccount) = (choices.Int(1), choices.Bool());
            return Begun(id, "weekly", process => IssueWeekly(process, Units.Weekly(id, unit, unit), hasAccount));
        });
    }

    private static Act Unit(Choices choices, string id)
    {
        var (unit, phone) = (choices.Int(1), choices.Int(1));
        var how = choices.Pick(Enum.GetValues<Paid>());
        return Begun(id, $"unit paid {how}", process => Issue(
            process, Units.OfUnit(id, unit, phone), Units.Names[unit], how));
    }

    private static Act Begun(string id, string name, Func<Process, Task> act) => new(name, act) { Begins = TestSystem.CertificateOf(id) };

    public static async Task Issue(Process process, ApplyForm form, string payer, Paid how)
    {
        var certificate = TestSystem.CertificateOf(form.CommandId);
        if (!await process.Apply(form))
            return;
        var due = ((KnownCertificate)await process.Certificate(certificate)).Open!.Charge.Total;
        if (how == Paid.BeforeItIsApproved)
            await process.Transfer(payer, due.Fen);
        if (!await process.Approve(certificate))
            return;
        foreach (var fen in Transfers(how, due.Fen))
            await process.Transfer(payer, fen);
        if (how == Paid.AtWindow && await process.AtWindow(certificate, 1, payer, due))
            await process.Seen(certificate, 1);
    }

    private static long[] Transfers(Paid how, long fen) => how switch
    {
        Paid.Exactly => [fen],
        Paid.TooMuch => [fen + 50_00],
        Paid.InTwo => [fen / 2, fen - (fen / 2)],
        _ => [],
    };

    public static async Task IssueWeekly(Process process, ApplyForm form, bool hasAccount)
    {
        var certificate = TestSystem.CertificateOf(form.CommandId);
        if (!await process.Apply(form) || !await process.Approve(certificate))
            return;
        await process.AtWindow(certificate, 1, form.HolderName!, ((KnownCertificate)await process.Certificate(certificate)).Open!.Charge.Total);
        if (hasAccount)
            await process.ApplyForAccount(form.CreditCode!, form.Platform, form.Phone);
        await process.Seen(certificate, 1);
    }

    private Act Night(Choices choices)
    {
        var days = choices.Pick([1, 7, 30, 60, 310, 370]);
        return new Act($"night, {days} days on", process => process.Night(Duration.FromDays(days)));
    }

    private async Task<Func<Choices, Act>> Withdraw(string certificate, int application, string phone)
    {
        var paid = (await process.Certificate(certificate)).Open!.Payments.Length;
        return _ => new Act($"withdraw with {paid} payments", p => p.Withdraw(certificate, application, phone));
    }

    private async Task<IEnumerable<Offer>> OnTransfers()
    {
        var references = process.World.Bank.Lines.Select(l => l.Reference)
            .Concat(await Streams("transfer")).Distinct().ToList();
        var moving = new List<string>();
        var free = new List<string>();
        foreach (var reference in references)
        {
            if (await process.State<Transfer>(reference) is ReceivedTransfer t && t.Left > Money.Zero)
                (t is UnmatchedTransfer && t.Refund is null ? free : moving).Add(reference);
        }

        var id = NewId();
        var offers = new List<Offer>();
        if (moving.Count + free.Count > 0)
        {
            offers.Add(new Offer(3, "refund", choices =>
            {
                var reference = choices.Pick([.. free, .. moving]);
                return new Act($"refund {reference}", p => p.Refund(id, reference));
            }));
        }

        if (free.Count > 0 && certificates.Count > 0)
        {
            offers.Add(new Offer(3, "assign", choices =>
            {
                var (reference, certificate) = (choices.Pick(free), choices.Pick(certificates));
                return new Act($"assign {reference}", async p => await p.Assign(
                    id, reference, certificate, ((KnownCertificate)await p.Certificate(certificate)).Applications));
            }));
        }

        return offers;
    }

    private IEnumerable<Offer> OnInvoices()
    {
        var pending = process.World.Invoices.All.Where(i => i.Status == InvoiceStatus.Pending).Select(i => i.Number).ToList();
        if (pending is not [])
        {
            yield return new Offer(5, "invoice", choices =>
            {
                var (number, failure, isTold) = (choices.Pick(pending), choices.Int(3) == 3, choices.Int(3) < 3);
                var fails = failure && number.Contains('r', StringComparison.Ordinal);
                return new Act($"invoice {number}{(fails ? " fails" : "")}", p => p.DecideInvoice(number, fails ? "period-closed" : null, isTold));
            });
        }
    }

    // Taken back by finance; what the platform comes to is told, or found by the night.
    private IEnumerable<Offer> OnIssuedInvoices()
    {
        var all = process.World.Invoices.All;
        var standing = all.Where(i => i.Original is null && i.Status == InvoiceStatus.Issued && !all.Any(r => r.Original == i.Number)).Select(i => i.Number).ToList();
        if (standing is [])
            yield break;
        var id = NewId();
        yield return new Offer(8, "take back", choices =>
        {
            var (number, failure, isTold) = (choices.Pick(standing), choices.Bool() ? "period-closed" : null, choices.Bool());
            return new Act($"take back {number}, {failure ?? "done"}", async p =>
            {
                await p.TakeBack(id, number[..number.IndexOf('_', StringComparison.Ordinal)], int.Parse(number[(number.IndexOf('_', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture));
                foreach (var reversal in p.World.Invoices.All.Where(i => i.Original == number && i.Status == InvoiceStatus.Pending).Select(i => i.Number).ToList())
                    await p.DecideInvoice(reversal, failure, isTold);
                if (!isTold)
                    await p.Night(Duration.FromDays(1));
            });
        });
    }

    private async Task<IEnumerable<Offer>> OnUnits()
    {
        var offers = new List<Offer>();
        foreach (var unit in Units.CreditCodes)
        {
            if (await process.State<Unit>(unit) is not RegisteredUnit { Handlers: [var handler, ..] })
                continue;
            var id = NewId();
            offers.Add(new Offer(3, "move handler", choices =>
            {
                var phone = Units.PhoneOf(choices.Int(4));
                return new Act($"handler moves to {phone}", p => p.MoveHandler(id, unit, handler.Subject.Value, phone));
            }));
        }

        return offers;
    }

    private IEnumerable<Offer> OnParcels(KnownCertificate state)
    {
        var certificate = state.Id.Value;
        if (state.Parcel is { } parcel)
        {
            var number = parcel.Label?.TrackingNumber ?? $"SF{Digits.Of($"{certificate}-{parcel.Application}", 13)}";
            yield return new Offer(2, "post", _ => new Act("post", p => p.Post(certificate, number)));
            yield return new Offer(4, "label", _ => new Act("label", p => p.Label(certificate, parcel.Application)));
            yield return new Offer(5, "batch", _ => new Act("post a batch", p => p.PostBatch(parcel.By.Date)));
            var id = NewId();
            if (Overdue.Awaits(state) is { } postponed)
                yield return new Offer(10, "postponed", _ => postponed);
            yield return new Offer(1, "take out", choices =>
            {
                var isPutBack = choices.Bool();
                return new Act("take out", p => p.TakeOut(id, parcel.By.Date, certificate, parcel.Application, isPutBack));
            });
            yield return new Offer(5, "told early", choices => Told(choices, number) is var told && choices.Int(3) < 3
                ? new Act($"{told.Name} before it is posted", async p =>
                {
                    await told.Do(p);
                    await p.Post(certificate, number);
                })
                : told);
        }

        if (state is IssuedCertificate { Sent: [.., var sent] })
        {
            yield return new Offer(5, "told", choices => Told(choices, sent.TrackingNumber));
            if (sent.NeedsCare)
                yield return new Offer(3, "resend", _ => new Act("resend", p => p.Resend(certificate, sent.Application, $"{sent.TrackingNumber}2")));
        }
    }

    private static Act Told(Choices choices, string number)
    {
        var (code, signer) = choices.Pick<(TrackingCode, ParcelSigner?)>(
        [
            (TrackingCode.Delivered, ParcelSigner.Recipient), (TrackingCode.Accepted, null),
            (TrackingCode.Delivered, ParcelSigner.Other), (TrackingCode.Returned, null),
        ]);
        return new Act($"courier tells of {code}", p => p.Tell(number, code, signer));
    }

    private async Task<string> PhoneOf(KnownCertificate state) =>
        await process.Get<PersonalData>().OpenPhone(state.Handler, CancellationToken.None) ?? Units.PhoneOf(0);

    private async Task<string> NameOf(KnownCertificate state) => state.Holder.NaturalPerson is { } person
        ? await process.Get<PersonalData>().Open(person.Subject, SealedField.HolderName, person.Name, CancellationToken.None) ?? Units.PersonNames[0]
        : "";

    private async Task<IEnumerable<string>> Streams(string category) => (await process.World.Stores.Events.ReadAll(0, int.MaxValue, CancellationToken.None))
        .Select(e => e.Stream).Where(s => s.StartsWith($"{category}-", StringComparison.Ordinal)).Select(s => s[(category.Length + 1)..]).Distinct();

    private string NewId() => $"id-{++names}";
}
