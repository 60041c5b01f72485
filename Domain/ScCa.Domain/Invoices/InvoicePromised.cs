using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Invoices;

/// <summary>What was paid for has been obtained: its invoice is due (D4).</summary>
public sealed record InvoicePromised(int Application, Money Amount, PromisedDate By, Instant At) : ApplicationEvent(Application, At)
{
    /// <summary>Within so many working days.</summary>
    public const int WithinWorkingDays = 2;

    public override Certificate Evolve(Certificate state) => state is KnownCertificate c && c.Invoices.All(i => i.Application != Application)
        ? c with { Invoices = c.Invoices.Add(new Invoice(Application, Amount, By, null, null)) }
        : throw ImpossibleIn(state);

    /// <summary>The promise; none where nothing was charged.</summary>
    internal static IEnumerable<InvoicePromised> For(int application, Money charged, WorkingCalendar calendar, Instant at) => charged > Money.Zero
        ? [new InvoicePromised(application, charged, calendar.WorkingDaysAfter(Shanghai.DateOf(at), WithinWorkingDays), at)]
        : [];
}
