using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.History;
using ScCa.Application.Sweeps;
using ScCa.Application.Views;
using ScCa.Composition.StandIns;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>The real parts that the scenes play on, and what the scenes have to remember of each other.</summary>
internal sealed class DemoStage(IServiceProvider services, string folder)
{
    public SelfServiceHall Hall { get; } = services.GetRequiredService<SelfServiceHall>();

    public PhoneLogin Login { get; } = services.GetRequiredService<PhoneLogin>();

    public ReviewDesk Review { get; } = services.GetRequiredService<ReviewDesk>();

    public FinanceDesk Finance { get; } = services.GetRequiredService<FinanceDesk>();

    public WindowDesk Window { get; } = services.GetRequiredService<WindowDesk>();

    public RevocationDesk Revocation { get; } = services.GetRequiredService<RevocationDesk>();

    public DispatchDesk Dispatch { get; } = services.GetRequiredService<DispatchDesk>();

    public CourierDesk Courier { get; } = services.GetRequiredService<CourierDesk>();

    public UnitHall Units { get; } = services.GetRequiredService<UnitHall>();

    public UnitDesk UnitReview { get; } = services.GetRequiredService<UnitDesk>();

    public HistoryReader History { get; } = services.GetRequiredService<HistoryReader>();

    public NightlySweep Sweep { get; } = services.GetRequiredService<NightlySweep>();

    public WorkCycle Work { get; } = services.GetRequiredService<WorkCycle>();

    public DemoDesk Desk { get; } = services.GetRequiredService<DemoDesk>();

    public DemoOffice Office { get; } = services.GetRequiredService<DemoOffice>();

    /// <summary>The certificate's id, once it has been applied for.</summary>
    public string Certificate { get; set; } = "";

    public List<DemoGeneration> Generations { get; } = [];

    public List<DemoStanding> ValidAt { get; } = [];

    /// <summary>The application as its applicant sees it; null where it is not shown.</summary>
    public async Task<ProgressRow?> Progress(int application, CancellationToken cancellation) =>
        (await Hall.Progress(DemoCast.Phone, cancellation)).FirstOrDefault(row => row.Certificate == Certificate && row.Application == application);

    /// <summary>The events of the certificate so far, oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> Events(CancellationToken cancellation) =>
        (await History.Read(Certificate, null, cancellation)).Value?.Entries ?? [];

    /// <summary>What each desk has before it, as its own member of staff sees it.</summary>
    public async Task<IReadOnlyList<ReviewRow>> Reviews(CancellationToken cancellation) =>
        Seen(await Review.Queue(DemoCast.Reviewer, cancellation));

    public async Task<IReadOnlyList<UnmatchedRow>> Unmatched(CancellationToken cancellation) =>
        Seen(await Finance.Unmatched(DemoCast.Accountant, cancellation));

    public async Task<IReadOnlyList<ParcelRow>> Parcels(CancellationToken cancellation) =>
        Seen(await Dispatch.Queue(DemoCast.Dispatcher, cancellation));

    private static T Seen<T>(Outcome<T> outcome) where T : class => outcome.Value ?? throw new InvalidOperationException(outcome.Refusal!.ToString());

    public async Task<int> Messages(CancellationToken cancellation) => (await Desk.Outbox(cancellation)).Count;

    /// <summary>Expects where the application stands and what is still to be paid.</summary>
    public async Task ExpectStanding(Findings found, int application, string standing, string missing, CancellationToken cancellation)
    {
        var row = await Progress(application, cancellation);
        found.Expect("standing", standing, row?.Standing);
        found.ExpectFact("missing", missing, row?.Missing);
    }

    /// <summary>Expects these events at the end of the history, in this order.</summary>
    public async Task ExpectLastEvents(Findings found, CancellationToken cancellation, params string[] names)
    {
        var last = (await Events(cancellation)).TakeLast(names.Length).Select(e => e.Event["certificate.".Length..^".v1".Length]);
        found.Expect("events", string.Join(", ", names), string.Join(", ", last));
    }

    /// <summary>Expects a certificate on the key that the authority issued, checked as a stranger would.</summary>
    public async Task ExpectGenuine(Findings found, string certificate, CancellationToken cancellation)
    {
        if (await Desk.CertificateOnKey(certificate, cancellation) is not { } der)
        {
            found.Expect("certificate on the key", "one", "none");
            return;
        }

        found.Expect("issued by the authority", true, Desk.IsGenuine(der));
    }

    /// <summary>Checks the certificate that is on the key now as a stranger would, and keeps it in a file.</summary>
    public async Task ExpectOnKey(Findings found, int generation, string notAfter, CancellationToken cancellation)
    {
        var issued = (await Events(cancellation)).LastOrDefault(e => e.Event == "certificate.generation-issued.v1");
        if (issued is null || await Desk.CertificateOnKey(Certificate, cancellation) is not { } der)
        {
            found.Expect("certificate on the key", "one", "none");
            return;
        }

        using var file = new IssuedFile(der);
        found.Expect("serial", issued.Facts["serial"], file.Serial);
        found.Expect("serial of 64 bits or more", true, file.Serial.Length >= 16 && file.Serial.All(char.IsAsciiHexDigitUpper));
        found.Expect("serial used before", false, Generations.Any(g => g.Serial == file.Serial));
        found.Expect("notAfter", $"{notAfter}T23:59:59+08:00", ShanghaiTime.Iso(file.NotAfter));
        found.Expect("issued by the authority", true, Desk.IsGenuine(der));
        found.Note("serial", file.Serial);
        found.Note("notAfter", ShanghaiTime.Date(file.NotAfter));
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"generation-{generation}.pem"));
        await File.WriteAllTextAsync(path, file.Pem + "\n", cancellation);
        Generations.Add(new DemoGeneration(
            generation, file.Serial, ShanghaiTime.Iso(issued.EffectiveAt), ShanghaiTime.Iso(file.NotAfter), ShanghaiTime.Date(file.NotAfter), path));
    }
}
