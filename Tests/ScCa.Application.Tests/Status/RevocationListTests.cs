using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Domain;
using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Pki.RevocationLists;
using ScCa.Stores.Memory;
using Xunit;
using static ScCa.Application.Tests.TestSystem;
using ListReason = ScCa.Pki.RevocationLists.RevocationReason;

namespace ScCa.Application.Tests.Status;

public sealed class RevocationListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C8")]
    public async Task Both_serials_of_what_is_revoked_stand_in_the_next_list_and_in_the_delta_to_the_one_before()
    {
        await using var system = Create();
        var (party, certificate) = (new RelyingParty(system), await system.Issued());
        var serials = ((HeldCertificate)await system.State(certificate)).Generations[0].Serials.Select(s => s.ToDerInteger()).ToList();
        Assert.Equal(2, await Due(system));
        Assert.Equal(0, (await party.List()).Count);
        Assert.Equal(0, await Due(system));

        system.Clock.Advance(Duration.FromHours(2));
        await OcspTests.Revoke(system, certificate, "PrivilegeWithdrawn");
        Assert.Equal(2, await Due(system));
        var (whole, delta) = (await party.List(), await party.List("-delta"));

        Assert.Equal(0, whole.Count);
        Assert.All(serials, serial => Assert.Equal(ListReason.PrivilegeWithdrawn, delta.Find(serial)?.Reason));
        Assert.Equal(DeltaFit.Fits, MergedRevocationList.FitOf(whole, delta));
        system.Clock.Advance(Duration.FromHours(24));
        Assert.Equal(4, await Due(system));
        var next = await party.List();
        Assert.All(serials, serial => Assert.Equal(ListReason.PrivilegeWithdrawn, next.Find(serial)?.Reason));
        Assert.Equal(2, next.Count);
        Assert.True(next.Number > delta.Number && delta.Number > whole.Number);
        Assert.Equal(0, (await new RelyingParty(system, RelyingParty.P256).List()).Count);
    }

    [Fact, Trait("rule", "C7")]
    public async Task A_compromised_key_is_listed_at_once()
    {
        await using var system = Create();
        var (party, certificate) = (new RelyingParty(system), await system.Issued());
        await Due(system);
        system.Clock.Advance(Duration.FromMinutes(1));

        await OcspTests.Revoke(system, certificate, "KeyCompromise");
        await system.Work();

        foreach (var suffix in new[] { "", "-delta" })
        {
            var list = await party.List(suffix);
            Assert.Equal(2, list.Count);
            Assert.All(list.Entries, entry => Assert.Equal(ListReason.KeyCompromise, entry.Reason));
        }
    }

    [Theory, InlineData(FaultKind.NotWritten), InlineData(FaultKind.Written), Trait("rule", "C1")]
    internal async Task Wherever_the_process_dies_no_number_is_used_twice_and_numbers_rise(FaultKind kind)
    {
        var store = new FaultyEventStore(new MemoryStores().Events);
        await using var system = Create(services => services.AddSingleton<IEventStore>(store));
        await Due(system);
        for (var at = 1; at <= 8; at++)
        {
            system.Clock.Advance(Duration.FromHours(25));
            (store.FaultAt, store.Kind) = (store.Appends + at, kind);
            await Assert.ThrowsAsync<CrashException>(() => Due(system));
            await Due(system);
        }

        foreach (var authority in new[] { RelyingParty.Sm2, RelyingParty.P256 })
        {
            var events = (await system.Get<CommandExecutor>().Events<RevocationListSeries>($"{authority}.lists", Cancellation)).Select(e => e.Body).ToList();
            var intended = events.OfType<RevocationListIntended>().ToList();
            Assert.All(intended.GroupBy(e => (e.Number, IsDelta: e.Base is not null)), same => Assert.Single(same));
            Assert.All(intended.GroupBy(e => e.Number), same => Assert.Single(same.Select(e => e.ThisUpdate).Distinct()));
            Assert.Equal(intended.Select(e => e.Number).Order(), intended.Select(e => e.Number));
            Assert.Equal(intended.Count, events.Count(e => e is RevocationListIssued or RevocationListAbandoned));
            Assert.Contains(intended, e => e.Base is not null);
        }

        Assert.True((await new RelyingParty(system).List()).Number >= 9);
    }

    [Fact, Trait("rule", "C8")]
    public async Task A_whole_list_and_the_delta_of_its_time_bear_one_number_and_the_delta_serves_who_holds_the_list_before()
    {
        await using var system = Create();
        var (party, certificate) = (new RelyingParty(system), await system.Issued());
        await Due(system);
        var before = await party.List();
        await OcspTests.Revoke(system, certificate, "PrivilegeWithdrawn");
        system.Clock.Advance(Duration.FromHours(24));
        await Due(system);

        var (whole, delta) = (await party.List(), await party.List("-delta"));

        Assert.Equal((whole.Number, whole.ThisUpdate), (delta.Number, delta.ThisUpdate));
        Assert.Equal(before.Number, delta.BaseNumber);
        Assert.Equal(DeltaFit.Fits, MergedRevocationList.FitOf(before, delta));
        // "MUST provide the same revocation information": the list before and the delta say together what the whole list says.
        Assert.Equal(
            whole.Entries.Select(SerialOf).Order(StringComparer.Ordinal),
            MergedRevocationList.Of(before, delta).Entries.Select(SerialOf).Order(StringComparer.Ordinal));
        system.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(2, await Due(system));
        var next = await party.List("-delta");
        Assert.Equal(whole.Number + 1, next.Number);
        // The list before holds for another day, and caches keep it as long.
        Assert.Equal((DeltaFit.Fits, DeltaFit.Fits), (MergedRevocationList.FitOf(before, next), MergedRevocationList.FitOf(whole, next)));
        system.Clock.Advance(Duration.FromHours(23));
        await Due(system);
        system.Clock.Advance(Duration.FromHours(1));
        await Due(system);
        Assert.Equal((DeltaFit.BaseTooOld, whole.Number), (MergedRevocationList.FitOf(before, await party.List("-delta")), (await party.List("-delta")).BaseNumber));
    }

    [Fact, Trait("rule", "C8")]
    public async Task A_delta_that_was_lost_between_the_two_is_made_up_for_at_the_next_run()
    {
        var store = new FaultyEventStore(new MemoryStores().Events);
        await using var system = Create(services => services.AddSingleton<IEventStore>(store));
        await Due(system);
        system.Clock.Advance(Duration.FromHours(24));
        // The whole list is intended and recorded; the third append is its delta's intent.
        (store.FaultAt, store.Kind) = (store.Appends + 3, FaultKind.NotWritten);
        await Assert.ThrowsAsync<CrashException>(() => Due(system));
        system.Clock.Advance(Duration.FromMinutes(1));

        await Due(system);

        var party = new RelyingParty(system);
        Assert.Equal(DeltaFit.Fits, MergedRevocationList.FitOf(await party.List(), await party.List("-delta")));
    }

    [Fact, Trait("rule", "C8")]
    public async Task Numbers_go_on_above_those_of_lists_that_had_a_line_for_each_kind()
    {
        await using var system = Create();
        var now = system.Clock.GetCurrentInstant();
        await system.Get<ICommands>().Execute(
            new IntendRevocationList(
                new CommandId("of-before"), RevocationListId.Of(RelyingParty.Sm2, "delta"), 41, now, now + Duration.FromHours(1), null, Digest.Parse(new string('a', 64)), "key", now),
            CommandContext.System("test"), Cancellation);

        await Due(system);

        Assert.Equal(42, (await new RelyingParty(system).List()).Number);
    }

    [Theory, InlineData("whole", ""), InlineData("delta", "-delta")]
    public async Task A_file_that_was_changed_at_rest_is_not_served_and_is_issued_anew_at_the_next_look(string kind, string suffix)
    {
        await using var system = Create();
        await Due(system);
        system.Clock.Advance(Duration.FromHours(1));
        await system.Get<DueLists>().Run(Cancellation);
        var (party, look) = (new RelyingParty(system), system.Get<DueLists>());
        var before = await party.List(suffix);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(system.Folder, "revocation-lists"), $"issuing-sm2.{kind}.*.crl"));
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);

        var damaged = await Assert.ThrowsAsync<RevocationListDamagedException>(async () => await system.Get<IRevocationServices>().RevocationList($"issuing-sm2{suffix}", Cancellation));
        Assert.Equal(file, damaged.Place);
        Assert.Equal(0, await look.Run(Cancellation));
        system.Clock.Advance(Duration.FromMinutes(5));
        Assert.InRange(await look.Run(Cancellation), 1, 2);

        Assert.True((await party.List(suffix)).Number > before.Number);
    }

    [Fact, Trait("rule", "C8")]
    public async Task Deltas_follow_one_another_by_the_hour_between_the_nights()
    {
        await using var system = Create();
        var (party, look) = (new RelyingParty(system), system.Get<DueLists>());
        await Due(system);
        var numbers = new HashSet<System.Numerics.BigInteger>();
        for (var minutes = 0; minutes < 4 * 60; minutes += 6)
        {
            system.Clock.Advance(Duration.FromMinutes(6));
            await look.Run(Cancellation);
            if (minutes >= 60)
                numbers.Add((await party.List("-delta")).Number!.Value);
        }

        Assert.Equal(4, numbers.Count);
    }

    [Fact]
    public async Task A_roots_list_that_was_changed_at_rest_is_not_served()
    {
        await using var system = Create();
        Assert.NotNull(await system.Get<IRevocationServices>().RevocationList("root-sm2", Cancellation));
        var file = Path.Combine(system.Folder, "demo-ca", "root-sm2.1.crl");
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));

        await Assert.ThrowsAsync<RevocationListDamagedException>(async () => await system.Get<IRevocationServices>().RevocationList("root-sm2", Cancellation));
    }

    [Theory, InlineData("root-sm2"), InlineData("root-p256")]
    public async Task A_roots_list_is_served_as_the_ceremony_left_it_and_holds_for_a_year(string name)
    {
        await using var system = Create();

        var served = (await system.Get<IRevocationServices>().RevocationList(name, Cancellation))!;

        var list = RevocationList.From(served.Bytes);
        Assert.True(list.IsSignedBy((await new RelyingParty(system).CertificateOf(name)).PublicKey));
        Assert.Equal((1, 0), (list.Number, list.Count));
        Assert.Equal(list.ThisUpdate.AddDays(365), list.NextUpdate);
        Assert.Equal(list.NextUpdate, served.FreshUntil?.ToDateTimeOffset());
    }

    [Theory, InlineData("root-rsa"), InlineData("root-sm2-delta"), InlineData("root-sm2.1"), InlineData("../issuing-sm2"), InlineData("issuing-sm2.whole"), InlineData("")]
    public async Task Names_that_are_none_of_a_list_find_nothing(string name)
    {
        await using var system = Create();
        await Due(system);

        Assert.Null(await system.Get<IRevocationServices>().RevocationList(name, Cancellation));
    }

    private static string SerialOf(RevokedEntry entry) => Convert.ToHexString(entry.SerialNumber.Span);

    private static Task<int> Due(TestSystem system) => system.Get<IRevocationListPublisher>().IssueDue(system.Clock.GetCurrentInstant(), Cancellation);
}
