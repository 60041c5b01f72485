using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Composition;
using ScCa.Composition.StandIns;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Staff;
using ScCa.Testing;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Privacy;

/// <summary>A whole life on a real data folder, which is then searched byte by byte.</summary>
public sealed class DataFolderTests : IAsyncDisposable
{
    private const string DocumentText = "营业执照扫描件 王小梅 51010119900101001X";

    private readonly string folder = Directory.CreateTempSubdirectory("scca-data-folder-tests-").FullName;
    private readonly FakeClock clock = FakeClock.FromUtc(2026, 1, 5, 1);
    private readonly FolderSearch files;
    private ServiceProvider services;

    public DataFolderTests() => (files, services) = (new FolderSearch(folder), Open());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // What nobody may find: the name, the phone, the address and a part of it, the document.
    private static string[] Plaintexts => [HandlerName, TestSystem.Phone, PostalAddress, "天府大道", DocumentText];

    [Fact, Trait("rule", "A7")]
    public async Task A7_No_personal_fact_is_in_clear_anywhere_in_the_data_folder_while_the_business_goes_on()
    {
        await Live();

        files.FindsNone(Plaintexts);
        // The search does find what is there: the name of a unit is no personal fact.
        Assert.Throws<TestFailedException>(() => files.FindsNone(HolderName));
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_Before_its_day_erasure_is_refused_with_the_day_and_from_it_on_nothing_of_the_person_is_left_in_the_data_folder()
    {
        var (certificate, subject, digest) = await Live();
        var (wrapped, clear) = await Keys(subject);
        Assert.NotEmpty(files.FilesWith(wrapped));

        At("2032-01-04T15:59:59Z");
        var refusal = (await Desk.OrderErasure("erase-1", subject.Value, "保存期已满", "admin", Cancellation)).Refusal!;
        Assert.Equal(("A10", "ErasureNotYetPermitted", "2032-01-05"), (refusal.Rule, refusal.Code, refusal.Facts["firstDate"]));
        await Work();
        Assert.NotNull(await Get<Materials>().Open(subject, digest, Cancellation));

        At("2032-01-04T16:00:00Z");
        await Erase(subject);
        await Work();

        Assert.Empty(files.FilesWith(wrapped));
        Assert.Empty(files.FilesWith(clear));
        files.FindsNone(Plaintexts);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "materials"), "*", SearchOption.AllDirectories));
        await IsFolding(certificate, subject);

        // Also after the files were closed and opened again, as a backup would find them.
        await services.DisposeAsync();
        Assert.Empty(files.FilesWith(wrapped));
        files.FindsNone(Plaintexts);
        services = Open();
        await IsFolding(certificate, subject);
        await Assert.ThrowsAsync<SubjectErasedException>(async () => await Get<PersonalData>().Seal(subject, "handler/name", "又来了", Cancellation));
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_An_erasure_that_was_decided_and_broken_off_is_finished_after_the_restart()
    {
        var (_, subject, digest) = await Live();
        var (wrapped, _) = await Keys(subject);
        At("2032-01-05T00:00:00Z");
        await Erase(subject);
        await services.DisposeAsync();

        // Killed between the two halves: the key is gone, the materials are not.
        services = Open();
        await Get<ISubjectKeys>().Destroy(subject.Value, Cancellation);
        await services.DisposeAsync();
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(folder, "materials"), "*", SearchOption.AllDirectories));
        services = Open();
        await Work();

        Assert.Null(await Get<Materials>().Open(subject, digest, Cancellation));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "materials"), "*", SearchOption.AllDirectories));
        Assert.Empty(files.FilesWith(wrapped));
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_After_a_rotation_and_a_restart_everything_opens_everybody_is_found_and_the_old_master_key_is_gone()
    {
        var (certificate, subject, digest) = await Live();
        var old = await File.ReadAllBytesAsync(Path.Combine(folder, "master.key"), Cancellation);

        var report = await Get<MasterKeyRotation>().Run(Cancellation);

        Assert.Equal((2, false), (report.Version, report.IsResumed));
        Assert.True(report.KeysWrapped >= 2);
        await services.DisposeAsync();
        Assert.False(File.Exists(Path.Combine(folder, "master.key")));
        Assert.True(File.Exists(Path.Combine(folder, "master.2.key")));
        Assert.Empty(files.FilesWith(old));
        services = Open();
        Assert.Equal([certificate], Assert.Single(Value(await Desk.Find(TestSystem.Phone, "admin", Cancellation))).Certificates);
        Assert.Equal(DocumentText, Encoding.UTF8.GetString((await Get<Materials>().Open(subject, digest, Cancellation))!.Content.Span));
        var handler = Assert.IsAssignableFrom<KnownCertificate>(await Get<CommandExecutor>().State<Certificate>(certificate, Cancellation)).Handler;
        Assert.Equal(TestSystem.Phone, await Get<PersonalData>().Open(subject, "handler/phone", handler.Phone, Cancellation));
    }

    private PrivacyDesk Desk => Get<PrivacyDesk>();

    private async Task Erase(SubjectId subject)
    {
        Value(await Desk.OrderErasure("order-1", subject.Value, "保存期已满", "admin", Cancellation));
        await Work();
        Value(await Desk.ConfirmErasure("confirm-1", subject.Value, "second", Cancellation));
    }

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    private Task<int> Work() => Get<WorkCycle>().Run(Cancellation);

    private void At(string instant) => clock.Set(Instant.FromDateTimeOffset(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    // The stand-ins for the telephone network and the staff write no files; everything else is as it is in a demonstration.
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

    private async Task<(string Certificate, SubjectId Subject, Digest Digest)> Live()
    {
        var certificate = Value(await Get<SelfServiceHall>().Apply(TestSystem.Application(), Cancellation)).Certificate;
        await Work();
        Value(await Get<ReviewDesk>().Approve("approve-1", certificate, 1, null, "admin", Cancellation));
        Value(await Get<WindowDesk>().ReceiveMaterial("give-1", certificate, 1, "application-materials", DigestOf("paper").Value, "admin", Cancellation));
        Value(await Get<ReviewDesk>().CompleteMaterials("papers-1", certificate, 1, "admin", Cancellation));
        await Work();
        await Get<DemoDesk>().Transfer(HolderName, 300_00, Cancellation);
        await Work();
        Assert.True(ScCa.Application.Privacy.Phone.TryParse(TestSystem.Phone, out var phone));
        var subject = Get<PersonalData>().SubjectOf(phone);
        var digest = await Get<Materials>().Put(subject, Encoding.UTF8.GetBytes(DocumentText), "text/plain", Cancellation);
        Assert.Equal(new LocalDate(2027, 1, 5), Assert.Single(Value(await Desk.Find(subject.Value, "admin", Cancellation))).LastNotAfter);
        return (certificate, subject, digest);
    }

    private async Task<(byte[] Wrapped, byte[] Clear)> Keys(SubjectId subject)
    {
        var wrapped = (await Get<ISubjectKeys>().Find(subject.Value, Cancellation))!.Bytes.ToArray();
        using var clear = (await Get<SubjectVault>().Find(subject.Value, Cancellation))!;
        return (wrapped, clear.Bytes.ToArray());
    }

    // The history still says what happened, and names nobody.
    private async Task IsFolding(string certificate, SubjectId subject)
    {
        var state = Assert.IsType<IssuedCertificate>(await Get<CommandExecutor>().State<Certificate>(certificate, Cancellation), exactMatch: false);
        Assert.Equal(new LocalDate(2027, 1, 5), state.NotAfter);
        Assert.Null(await Get<PersonalData>().Open(subject, "handler/name", state.Handler.Name, Cancellation));
        Assert.Null(await Get<PersonalData>().Open(subject, "handler/phone", state.Handler.Phone, Cancellation));
        Assert.NotNull(Assert.Single(Value(await Desk.Find(subject.Value, "admin", Cancellation))).ErasedAt);
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
        private static readonly StaffMember[] Everybody = [new("admin", "admin", [.. Enum.GetValues<StaffRole>()]), new("second", "second", [StaffRole.Administrator])];

        public ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<StaffMember>>(Everybody);

        public ValueTask<StaffMember?> Find(string id, CancellationToken cancellation) => ValueTask.FromResult(Everybody.FirstOrDefault(m => m.Id == id));
    }
}
