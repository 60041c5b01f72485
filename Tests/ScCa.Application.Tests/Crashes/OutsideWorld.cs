using ScCa.Application.Tests.Privacy;
using ScCa.Stores.Memory;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>All that outlives a process: the stores, the partners, the clock, and what befalls whoever writes to them.</summary>
internal sealed class OutsideWorld
{
    /// <param name="real">Where the demonstration's authority, keys and seal maker work in place of paper ones.</param>
    public OutsideWorld(RealOffices? real = null)
    {
        Real = real;
        Checkpoints = new PerilousCheckpoints(Stores.ReactionCheckpoints, Perils);
        Sms = new SmsOutbox(Perils);
        Bank = new BankBook(Clock);
        Till = new Till(Clock);
        Invoices = new InvoicePlatform(Clock, Perils);
        Courier = new CourierNews(Perils);
        Examiner = new Examiner(Clock);
        Words = new WordsKept(Perils);
        Authority = new PaperAuthority(Perils);
        Keys = new KeyDesk(Perils);
        Seals = new PaperSeals(Perils);
        Lists = new PaperLists(Perils);
    }

    public RealOffices? Real { get; }

    public Perils Perils { get; } = new();

    // 5 January 2026, 09:00 in Shanghai.
    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 1, 5, 1);

    public MemoryStores Stores { get; } = new();

    public PerilousCheckpoints Checkpoints { get; }

    public EvenRandom Random { get; } = new();

    public TestMasterKey Master { get; } = new(1);

    public SmsOutbox Sms { get; }

    public BankBook Bank { get; }

    public Till Till { get; }

    public InvoicePlatform Invoices { get; }

    public CourierNews Courier { get; }

    public Examiner Examiner { get; }

    public WordsKept Words { get; }

    public PaperAuthority Authority { get; }

    public KeyDesk Keys { get; }

    public PaperSeals Seals { get; }

    public PaperLists Lists { get; }

    /// <summary>Something failed that was not planned: a defect.</summary>
    public Exception? Defect { get; set; }
}
