using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Composition;
using ScCa.Composition.StandIns;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Staff;
using ScCa.Gateways.Bank;
using ScCa.Testing;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Privacy;

/// <summary>A person's own certificate on a real data folder, with every partner: what is kept of him, and that nothing of it is left after the erasure.</summary>
public sealed class PersonErasureTests : IAsyncDisposable
{
    private const string PersonName = "欧阳评标";
    private const string IdNumber = "510104197503041019";
    private const string Colleague = "王小梅";
    private const string ColleaguesPhone = "13900000001";
    private const string PaperText = "%PDF-1.7 身份证复印件 欧阳评标 510104197503041019";
    private const string Admin = "admin";
    private const string Second = "second";

    private static readonly StatementMapping Mapping = StatementMapping.Parse("""
        {
          "encoding": "gb18030", "hasHeader": false, "bookedFormat": "uuuu-MM-dd",
          "columns": { "reference": 1, "payerName": 2, "credit": 3, "booked": 4 }
        }
        """u8);

    private readonly string folder = Directory.CreateTempSubdirectory("scca-person-erasure-tests-").FullName;
    private readonly FakeClock clock = FakeClock.FromUtc(2026, 1, 5, 1);
    private readonly FolderSearch files;
    private ServiceProvider services;

    public PersonErasureTests() => (files, services) = (new FolderSearch(folder), Open());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string[] Plaintexts => [PersonName, IdNumber, TestSystem.Phone, PostalAddress, "天府大道", PaperText];

    private PrivacyDesk Desk => Get<PrivacyDesk>();

    [Fact, Trait("rule", "A7")]
    public async Task A7_An_experts_name_number_certificate_and_papers_are_in_clear_in_no_file_but_on_his_own_key()
    {
        var (certificate, _) = await Live();

        // Beside it only what could not be read at all waits for somebody to look at it.
        var withoutKeys = new FolderSearch(folder, ".crt", "unreadable.csv");
        withoutKeys.FindsNone(Plaintexts);
        withoutKeys.FindsNone(await Der(certificate));
        // The search does find what is there.
        Assert.NotEmpty(files.FilesWith(Encoding.UTF8.GetBytes(certificate)));
        Assert.Throws<TestFailedException>(() => files.FindsNone(PersonName));
        Assert.Equal(PersonName, Value(await Get<SelfServiceHall>().Card(certificate, TestSystem.Phone, Cancellation)).HolderName);
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_Every_file_that_any_partner_writes_is_one_that_was_looked_at()
    {
        await Live();

        // What each of them holds stands in docs/operations.md; a new one is looked at before it is added here.
        var kinds = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file) switch
        {
            var f when f.StartsWith("materials", StringComparison.Ordinal) => "materials/",
            var f when f.StartsWith("scca.db", StringComparison.Ordinal) => "scca.db",
            var f when f.StartsWith("vault.db", StringComparison.Ordinal) => "vault.db",
            var f when f.EndsWith(".lock", StringComparison.Ordinal) => "*.lock",
            var f when f.EndsWith(".crt", StringComparison.Ordinal) => "*.crt",
            var f when f.EndsWith(".report.json", StringComparison.Ordinal) => "*.report.json",
            var f when f.StartsWith(Path.Combine("stand-ins", "c-"), StringComparison.Ordinal) && f.EndsWith(".key", StringComparison.Ordinal) => "stand-ins/*.key",
            var f when f.StartsWith("demo-ca", StringComparison.Ordinal) => "demo-ca/",
            var f => f.Replace(Path.DirectorySeparatorChar, '/'),
        }).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "*.crt", "*.lock", "*.report.json", "bank/refused/unreadable.csv", "bank/statement-lines.jsonl", "demo-ca/", "master.key", "materials/", "scca.db",
                "stand-ins/*.key", "stand-ins/bank.jsonl", "stand-ins/courier/refused/unreadable.csv", "stand-ins/courier/tracking-lines.jsonl", "stand-ins/invoices.jsonl",
                "stand-ins/parcels.jsonl", "stand-ins/real-person.jsonl", "stand-ins/sms-outbox.jsonl", "vault.db",
            ],
            kinds);
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_One_erasure_five_years_after_the_end_reaches_an_expert_under_every_subject_and_leaves_nothing_of_him_in_any_file()
    {
        var (certificate, digest) = await Live();
        var der = await Der(certificate);
        var person = Assert.Single(Value(await Desk.Find(IdNumber, Admin, Cancellation)));
        // His number, his phone, and the two transfers that he paid with.
        Assert.Equal(["IdNumber", "Payment", "Payment", "Phone"], person.Parts.Select(p => p.Kind).Order(StringComparer.Ordinal));
        Assert.Equivalent(person, Assert.Single(Value(await Desk.Find(TestSystem.Phone, Admin, Cancellation))));
        var keys = new List<(byte[] Wrapped, byte[] Clear)>();
        foreach (var part in person.Parts)
            keys.Add(await Keys(new SubjectId(part.Subject)));

        On(2032, 1, 4, 23);
        var refusal = (await Desk.OrderErasure("erase-early", person.Subject, "保存期已满", Admin, Cancellation)).Refusal!;
        Assert.Equal(("A10", "ErasureNotYetPermitted", "2032-01-05"), (refusal.Rule, refusal.Code, refusal.Facts["firstDate"]));
        Assert.Contains("2032-01-05", refusal.ZhCn, StringComparison.Ordinal);
        Assert.Contains("2032-01-05", refusal.En, StringComparison.Ordinal);

        On(2032, 1, 5, 0);
        await Erase(person.Subject);

        await IsGone(certificate, digest, der, keys);
        // Also after the files were closed and opened again, as a backup would find them.
        await services.DisposeAsync();
        services = Open();
        await IsGone(certificate, digest, der, keys);
        Assert.All(Assert.Single(Value(await Desk.Find(IdNumber, Admin, Cancellation))).Parts, part => Assert.True(part.IsErased));
        RefusedWith("A10", "SubjectAlreadyErased", await Get<SelfServiceHall>().Apply(Form("apply-2") with { Phone = ColleaguesPhone }, Cancellation));
        RefusedWith("A10", "SubjectAlreadyErased", await Get<SelfServiceHall>().Apply(Form("apply-3") with { IdNumber = "11010519491231002X" }, Cancellation));
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_Whoever_handled_it_for_him_is_another_person_and_stays_and_his_papers_go_with_him_and_not_with_the_handler()
    {
        var (certificate, digest) = await Live(Colleague, ColleaguesPhone);
        var person = Assert.Single(Value(await Desk.Find(IdNumber, Admin, Cancellation)));
        Assert.Equal(["IdNumber", "Payment"], person.Parts.Select(p => p.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(person.Shared);
        On(2032, 1, 5, 0);

        await Erase(person.Subject);

        files.FindsNone(PersonName, IdNumber, PaperText);
        Assert.Null((await Get<PaperDesk>().Open(certificate, digest, Admin, Cancellation)).Value);
        var handler = ((KnownCertificate)await State(certificate)).Handler;
        Assert.Equal(Colleague, await Get<PersonalData>().Open(handler.Subject, "handler/name", handler.Name, Cancellation));
        Assert.False(Assert.Single(Value(await Desk.Find(ColleaguesPhone, Admin, Cancellation))).IsStopped);
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_An_erasure_that_was_broken_off_after_the_first_key_goes_on_to_the_others_after_the_restart()
    {
        var (certificate, digest) = await Live();
        var der = await Der(certificate);
        On(2032, 1, 5, 0);
        var person = Assert.Single(Value(await Desk.Find(IdNumber, Admin, Cancellation)));
        Value(await Desk.OrderErasure("order", person.Subject, "保存期已满", Admin, Cancellation));
        await Work();
        Value(await Desk.ConfirmErasure("confirm", person.Subject, Second, Cancellation));
        await Get<ISubjectKeys>().Destroy(person.Subject, Cancellation);
        await services.DisposeAsync();

        services = Open();
        await Work();

        await IsGone(certificate, digest, der, []);
        foreach (var part in person.Parts)
            Assert.Null(await Get<ISubjectKeys>().Find(part.Subject, Cancellation));
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_What_a_holder_asked_to_have_erased_is_processed_no_more_whoever_handles_it()
    {
        var (certificate, _) = await Live();
        var person = Assert.Single(Value(await Desk.Find(IdNumber, Admin, Cancellation)));
        Value(await Desk.RequestErasure("ask", person.Subject, "本人要求", Admin, Cancellation));
        await Work();
        On(2026, 12, 1, 9);
        var form = new OperationForm("renew", certificate, nameof(Operation.Renew), Colleague, ColleaguesPhone);

        RefusedWith("A10", "ProcessingStopped", await Get<SelfServiceHall>().Operate(form, Cancellation));
        RefusedWith("A10", "ProcessingStopped", await Get<WindowDesk>().Operate(
            form with { CommandId = "change", Operation = nameof(Operation.Change), Channel = nameof(Channel.Window), PersonName = "欧阳" }, Admin, Cancellation));
        // Asked once, he is stopped under his phone too: also for others, for whom somebody else must act.
        RefusedWith("A10", "ProcessingStopped", await Get<SelfServiceHall>().Apply(TestSystem.Application("apply-unit"), Cancellation));
    }

    private static ApplyForm Form(string commandId) => TestSystem.Application(commandId) with
    {
        Role = "expert", HolderName = null, CreditCode = null, PersonName = PersonName, IdNumber = IdNumber, HandlerName = PersonName,
    };

    // The fee comes in two transfers; and every partner is asked for something that names him.
    private async Task<(string Certificate, string Digest)> Live(string handler = PersonName, string phone = TestSystem.Phone)
    {
        Value(await Get<PhoneLogin>().SendCode(phone, Cancellation));
        var certificate = Value(await Get<SelfServiceHall>().Apply(Form("apply-1") with { HandlerName = handler, Phone = phone }, Cancellation)).Certificate;
        await Work();
        Value(await Get<ReviewDesk>().Approve("approve-1", certificate, 1, null, Admin, Cancellation));
        var paper = Encoding.UTF8.GetBytes(PaperText);
        Value(await Get<PaperUploads>().Provide("paper-1", certificate, 1, "application-materials", phone, paper, Cancellation));
        var digest = ((KnownCertificate)await State(certificate)).Open!.Materials.Single().Digest.Value;
        Value(await Get<ReviewDesk>().CompleteMaterials("papers-1", certificate, 1, Admin, Cancellation));
        await Work();
        Inbox(Path.Combine("bank", "inbox"), "unreadable.csv", $"{PersonName},{IdNumber}\n");
        Inbox(Path.Combine("bank", "inbox"), "day.csv", $"B-1,{PersonName},60.00,2026-01-05\nB-2,=坏,{PersonName},2026-01-05\n");
        await Work();
        Inbox(Path.Combine("bank", "inbox"), "next.csv", $"B-3,{PersonName},40.00,2026-01-05\n");
        await Work();
        Assert.Equal(new LocalDate(2027, 1, 5), Assert.IsType<IssuedCertificate>(await State(certificate)).NotAfter);
        Assert.False((await Get<PaperDesk>().Open(certificate, digest, Admin, Cancellation)).IsRefused);
        await AskEveryPartner(certificate);
        return (certificate, digest);
    }

    private async Task AskEveryPartner(string certificate)
    {
        var person = new CourierParty(PersonName, TestSystem.Phone, PostalAddress);
        Assert.NotNull((await Get<IRealPersonChecks>().Begin(new RealPersonCheck("check-1", PersonName, IdNumber, new Uri("https://hall.example/")), Cancellation)).Value);
        Assert.NotNull((await Get<ICourier>().CreateLabel(new CourierOrder("parcel-1", person, person), Cancellation)).Value);
        Assert.NotNull((await Get<IInvoices>().Request(
            new InvoiceRequest("invoice-1", PersonName, null, new InvoiceSeller("CA", "91510100MA61UX2K5A"), [new InvoiceLine("服务费", 1, 100_00)], 100_00), Cancellation)).Value);
        await Get<IPlatformAccounts>().Check(new PlatformAccount("gov-procurement", "x", PersonName), PersonName.AsMemory(), Cancellation);
        await Get<DemoDesk>().Transfer(PersonName, 1_00, Cancellation);
        Inbox(Path.Combine("stand-ins", "courier", "inbox"), "unreadable.csv", $"{PersonName},{PostalAddress}\n");
        Inbox(Path.Combine("stand-ins", "courier", "inbox"), "day.csv", $"trackingNumber,event,time,signer\nSF1234567890,accepted,2026-01-05T10:30:15+08:00,\nSF1234567890,delivered,2026-01-06T10:30:15+08:00,{PersonName}\n");
        Assert.Single(await Get<ITrackingEvents>().ReadAfter(0, 10, Cancellation));
        var request = await Get<ITokenDesk>().RequestKey(certificate, 1, Cancellation);
        Assert.False(request.IsEmpty);
    }

    private void Inbox(string inbox, string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, inbox));
        File.WriteAllBytes(Path.Combine(folder, inbox, name), (inbox.StartsWith("bank", StringComparison.Ordinal)
            ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!
            : Encoding.UTF8).GetBytes(text));
    }

    private async Task Erase(string subject)
    {
        Value(await Desk.OrderErasure("order", subject, "保存期已满", Admin, Cancellation));
        await Work();
        RefusedWith("A10", "AnotherMustConfirm", await Desk.ConfirmErasure("confirm-alone", subject, Admin, Cancellation));
        Value(await Desk.ConfirmErasure("confirm", subject, Second, Cancellation));
        await Work();
    }

    private async Task IsGone(string certificate, string digest, ReadOnlyMemory<byte> der, IEnumerable<(byte[] Wrapped, byte[] Clear)> keys)
    {
        files.FindsNone(Plaintexts);
        files.FindsNone(der);
        Assert.All(keys, key => Assert.Empty(files.FilesWith(key.Wrapped)));
        Assert.All(keys, key => files.FindsNone(key.Clear));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "materials"), "*", SearchOption.AllDirectories));
        RefusedWith("I23", "PaperNotThere", await Get<PaperDesk>().Open(certificate, digest, Admin, Cancellation));

        // The history still says what happened, and names nobody.
        var state = Assert.IsType<IssuedCertificate>(await State(certificate), exactMatch: false);
        Assert.Equal(new LocalDate(2027, 1, 5), state.NotAfter);
        Assert.Null(await Get<KeptCertificates>().Open(state.Holder, state.Current.Certificate, Cancellation));
        var card = Value(await Get<SelfServiceHall>().Card(certificate, TestSystem.Phone, Cancellation));
        Assert.Equal(("***", new LocalDate(2027, 1, 5)), (card.HolderName, card.OnKey?.NotAfter));
        Assert.Equal("***", Assert.Single(await Get<SelfServiceHall>().Progress(TestSystem.Phone, Cancellation)).HolderName);
        Assert.All(await Get<DemoDesk>().Outbox(Cancellation), sms => Assert.Equal("***", sms.Phone));
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
        added.AddSingleton<IStaffDirectory, TwoForAll>();
        // The real bank's folder beside the stand-in's file.
        added.AddSingleton<IBankStatements>(provider => new StatementFolder(
            Path.Combine(folder, "bank"), Mapping, new Lazy<Payers>(provider.GetRequiredService<Payers>), NullLogger<StatementFolder>.Instance));
        added.AddSingleton(new InvoiceSeller("四川省数字证书认证管理中心", "91510100MA61UX2K5A"));
        added.AddScCa(o => (o.Demo, o.Store, o.DataFolder) = (true, StoreKind.Sqlite, folder));
        return added.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class TwoForAll : IStaffDirectory
    {
        private static readonly ImmutableArray<StaffMember> Everybody =
            [new(Admin, Admin, [.. Enum.GetValues<StaffRole>()]), new(Second, Second, [.. Enum.GetValues<StaffRole>()])];

        public ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<StaffMember>>(Everybody);

        public ValueTask<StaffMember?> Find(string id, CancellationToken cancellation) => ValueTask.FromResult(Everybody.FirstOrDefault(m => m.Id == id));
    }
}
