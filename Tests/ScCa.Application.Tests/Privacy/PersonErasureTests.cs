using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Composition;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Staff;
using ScCa.Testing;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Privacy;

/// <summary>A person's own certificate on a real data folder: what is kept of the holder, and that nothing of it is left after the erasure.</summary>
public sealed class PersonErasureTests : IAsyncDisposable
{
    private const string PersonName = "欧阳评标";
    private const string IdNumber = "510104197503041019";
    private const string PaperText = "%PDF-1.7 身份证复印件 欧阳评标 510104197503041019";
    private const string Admin = "admin";

    private readonly string folder = Directory.CreateTempSubdirectory("scca-person-erasure-tests-").FullName;
    private readonly FakeClock clock = FakeClock.FromUtc(2026, 1, 5, 1);
    private readonly FolderSearch files;
    private ServiceProvider services;

    public PersonErasureTests() => (files, services) = (new FolderSearch(folder), Open());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string[] Plaintexts => [PersonName, IdNumber, HandlerName, TestSystem.Phone, PostalAddress, PaperText];

    private PrivacyDesk Desk => Get<PrivacyDesk>();

    [Fact, Trait("rule", "A7")]
    public async Task A7_An_experts_name_number_certificate_and_papers_are_in_clear_in_no_file()
    {
        var (certificate, _) = await Live();

        files.FindsNone(Plaintexts);
        files.FindsNone(await Der(certificate));
        // The search does find what is there.
        Assert.NotEmpty(files.FilesWith(Encoding.UTF8.GetBytes(certificate)));
        Assert.Equal(PersonName, Value(await Get<SelfServiceHall>().Card(certificate, TestSystem.Phone, Cancellation)).HolderName);
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_An_expert_is_erased_five_years_after_the_end_and_nothing_of_him_is_left_in_any_file()
    {
        var (certificate, digest) = await Live();
        var der = await Der(certificate);
        var subjects = await Subjects(certificate);
        var keys = new List<(byte[] Wrapped, byte[] Clear)>();
        foreach (var subject in subjects)
            keys.Add(await Keys(subject));

        On(2032, 1, 4, 23);
        var refusal = (await Desk.Erase("erase-early", subjects[0].Value, "保存期已满", Admin, Cancellation)).Refusal!;
        Assert.Equal(("A10", "ErasureNotYetPermitted", "2032-01-05"), (refusal.Rule, refusal.Code, refusal.Facts["firstDate"]));
        Assert.Contains("2032-01-05", refusal.ZhCn, StringComparison.Ordinal);
        Assert.Contains("2032-01-05", refusal.En, StringComparison.Ordinal);

        On(2032, 1, 5, 0);
        foreach (var subject in subjects)
        {
            Value(await Desk.Erase($"erase-{subject}", subject.Value, "保存期已满", Admin, Cancellation));
            await Work();
        }

        await IsGone(certificate, digest, der, keys);
        // Also after the files were closed and opened again, as a backup would find them.
        await services.DisposeAsync();
        services = Open();
        await IsGone(certificate, digest, der, keys);
        var again = await Get<SelfServiceHall>().Apply(Form("apply-2") with { Phone = "13900000001" }, Cancellation);
        RefusedWith("A10", "SubjectAlreadyErased", again);
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_What_a_holder_asked_to_have_erased_is_processed_no_more_whoever_handles_it()
    {
        var (certificate, _) = await Live();
        var holder = (await Subjects(certificate))[0];
        Value(await Desk.RequestErasure("ask", holder.Value, "本人要求", Admin, Cancellation));
        await Work();
        On(2026, 12, 1, 9);
        var form = new OperationForm("renew", certificate, nameof(Operation.Renew), HandlerName, "13900000001");

        RefusedWith("A10", "ProcessingStopped", await Get<SelfServiceHall>().Operate(form, Cancellation));
        RefusedWith("A10", "ProcessingStopped", await Get<WindowDesk>().Operate(
            form with { CommandId = "change", Operation = nameof(Operation.Change), Channel = nameof(Channel.Window), PersonName = "欧阳" }, Admin, Cancellation));
    }

    private static ApplyForm Form(string commandId) => TestSystem.Application(commandId) with
    {
        Role = "expert", HolderName = null, CreditCode = null, PersonName = PersonName, IdNumber = IdNumber, Channel = nameof(Channel.Window),
    };

    // A window's life: what is paid at its counter passes no bank.
    private async Task<(string Certificate, string Digest)> Live()
    {
        var certificate = Value(await Get<SelfServiceHall>().Apply(Form("apply-1"), Cancellation)).Certificate;
        await Work();
        Value(await Get<ReviewDesk>().Approve("approve-1", certificate, 1, null, Admin, Cancellation));
        var paper = Encoding.UTF8.GetBytes(PaperText);
        Value(await Get<PaperUploads>().Provide("paper-1", certificate, 1, "application-materials", TestSystem.Phone, paper, Cancellation));
        var digest = ((KnownCertificate)await State(certificate)).Open!.Materials.Single().Digest.Value;
        Value(await Get<ReviewDesk>().CompleteMaterials("papers-1", certificate, 1, Admin, Cancellation));
        Value(await Get<WindowDesk>().VerifyOnSite("seen-1", certificate, 1, Admin, Cancellation));
        Value(await Get<WindowDesk>().TakePayment("R-1", certificate, 1, PersonName, "100.00", Admin, Cancellation));
        await Work();
        Assert.Equal(new LocalDate(2027, 1, 5), Assert.IsType<IssuedCertificate>(await State(certificate)).NotAfter);
        Assert.False((await Get<PaperDesk>().Open(certificate, digest, Admin, Cancellation)).IsRefused);
        return (certificate, digest);
    }

    private async Task IsGone(string certificate, string digest, ReadOnlyMemory<byte> der, IEnumerable<(byte[] Wrapped, byte[] Clear)> keys)
    {
        files.FindsNone(Plaintexts);
        files.FindsNone(der);
        Assert.All(keys, key => Assert.Empty(files.FilesWith(key.Wrapped)));
        Assert.All(keys, key => Assert.Empty(files.FilesWith(key.Clear)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "materials"), "*", SearchOption.AllDirectories));
        RefusedWith("I23", "PaperNotThere", await Get<PaperDesk>().Open(certificate, digest, Admin, Cancellation));

        // The history still says what happened, and names nobody.
        var state = Assert.IsType<IssuedCertificate>(await State(certificate));
        Assert.Equal(new LocalDate(2027, 1, 5), state.NotAfter);
        Assert.Null(await Get<KeptCertificates>().Open(state.Holder, state.Current.Certificate, Cancellation));
        var card = Value(await Get<SelfServiceHall>().Card(certificate, TestSystem.Phone, Cancellation));
        Assert.Equal(("***", new LocalDate(2027, 1, 5)), (card.HolderName, card.OnKey?.NotAfter));
        Assert.Equal("***", Assert.Single(await Get<SelfServiceHall>().Progress(TestSystem.Phone, Cancellation)).HolderName);
    }

    // The holder by his number, the handler by his phone, the payer by his account's name: each has a key of his own.
    private async Task<SubjectId[]> Subjects(string certificate)
    {
        var state = (KnownCertificate)await State(certificate);
        return [state.Holder.NaturalPerson!.Subject, state.Handler.Subject, Get<PersonalData>().SubjectOfPayer(PersonName)];
    }

    private async Task<ReadOnlyMemory<byte>> Der(string certificate)
    {
        var state = Assert.IsType<IssuedCertificate>(await State(certificate));
        return (await Get<KeptCertificates>().Open(state.Holder, state.Current.Certificate, Cancellation))!.Bytes;
    }

    private async Task<(byte[] Wrapped, byte[] Clear)> Keys(SubjectId subject)
    {
        var wrapped = (await Get<ISubjectKeys>().Find(subject.Value, Cancellation))!.Bytes.ToArray();
        Assert.NotEmpty(files.FilesWith(wrapped));
        using var clear = (await Get<SubjectVault>().Find(subject.Value, Cancellation))!;
        return (wrapped, clear.Bytes.ToArray());
    }

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    private Task<int> Work() => Get<WorkCycle>().Run(Cancellation);

    private Task<Certificate> State(string certificate) => Get<CommandExecutor>().State<Certificate>(certificate, Cancellation);

    private void On(int year, int month, int day, int hour) => clock.Set(Shanghai.StartOf(new LocalDate(year, month, day)) + Duration.FromHours(hour));

    private ServiceProvider Open()
    {
        var added = new ServiceCollection();
        added.AddLogging();
        added.AddSingleton<IClock>(clock);
        added.AddSingleton<ISmsGateway, TakenSms>();
        added.AddSingleton<IStaffDirectory, OneForAll>();
        added.AddScCa(o => (o.Demo, o.Store, o.DataFolder) = (true, StoreKind.Sqlite, folder));
        return added.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class TakenSms : ISmsGateway
    {
        public Task<SmsResult> Send(Sms message, CancellationToken cancellation) => Task.FromResult(new SmsResult("taken", null));
    }

    private sealed class OneForAll : IStaffDirectory
    {
        private static readonly StaffMember Everything = new(Admin, Admin, [.. Enum.GetValues<StaffRole>()]);

        public ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<StaffMember>>([Everything]);

        public ValueTask<StaffMember?> Find(string id, CancellationToken cancellation) => ValueTask.FromResult(id == Admin ? Everything : null);
    }
}
