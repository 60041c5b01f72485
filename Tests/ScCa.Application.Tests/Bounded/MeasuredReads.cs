using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Composition;
using ScCa.Composition.Working;
using ScCa.Stores.Sqlite;
using Xunit;

namespace ScCa.Application.Tests.Bounded;

/// <summary>What a start of the composed application reads until it is ready and quiet, and then one revocation with all that follows.</summary>
internal sealed record MeasuredReads(StoreReads Start, StoreReads Revocation)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<MeasuredReads> In(string folder, string certificate, Action<IServiceCollection>? replace)
    {
        await using var system = TestSystem.StoredIn(folder, replace);
        system.Clock.Set(Seedlings.Today);
        var store = system.Get<SqliteStores>();
        await system.Services.CheckScCa(Cancellation);
        await system.Get<WorkerRound>().Run(Cancellation);
        var start = store.ReadSoFar();

        // Two people decide, the worker goes on until nothing moves, and somebody looks.
        var desk = system.Get<RevocationDesk>();
        TestSystem.Value(await desk.Order("order", certificate, "KeyCompromise", "演示", TestStaff.Operator, Cancellation));
        TestSystem.Value(await desk.Confirm("confirm", certificate, TestStaff.Senior, Cancellation));
        await system.Get<WorkerRound>().Run(Cancellation);
        var card = await system.Get<CertificateCardReader>().Find(certificate, Cancellation);
        Assert.NotNull(card?.RevokedAt);
        return new(start, Since(start, store.ReadSoFar()));
    }

    private static StoreReads Since(StoreReads before, StoreReads after) => new(Since(before.History, after.History), Since(before.Vault, after.Vault));

    private static DatabaseReads Since(DatabaseReads before, DatabaseReads after)
    {
        var statements = after.Statements.ToBuilder();
        foreach (var (sql, read) in before.Statements)
            statements[sql] = new(statements[sql].Runs - read.Runs, statements[sql].Rows - read.Rows, statements[sql].Steps - read.Steps);
        return new(statements.ToImmutable(), after.Pages - before.Pages, after.PagesFetched - before.PagesFetched);
    }
}
