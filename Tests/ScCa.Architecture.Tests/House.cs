using System.Collections.Immutable;

namespace ScCa.Architecture.Tests;

/// <summary>
/// The house: every room, and what it may touch. A room need not exist yet; a project that is not in this table may not exist. Who touches the
/// Application's ports touches the Domain's words, which those ports are made of; the hosts do not: they speak with the Application alone.
/// </summary>
internal static class House
{
    private static readonly Package NodaTime = new("NodaTime");

    private static readonly ImmutableArray<Package> Abstractions =
    [
        new("Microsoft.Extensions.DependencyInjection.Abstractions"),
        new("Microsoft.Extensions.Hosting.Abstractions"),
        new("Microsoft.Extensions.Logging.Abstractions"),
        new("Microsoft.Extensions.Options"),
    ];

    private static readonly ImmutableArray<string> AllButHosts =
    [
        "ScCa.Domain", "ScCa.Application", "ScCa.Signing", "ScCa.Keys", "ScCa.Pki", "ScCa.Seals", "ScCa.Issuance", "ScCa.Audit", "ScCa.Gateways",
        "ScCa.Stores.Memory", "ScCa.Stores.Sqlite", "ScCa.Stores.Postgres", "ScCa.Stores.EventStoreDb",
    ];

    public static ImmutableArray<Room> Rooms { get; } =
    [
        new("ScCa.Domain", "Domain", [], [NodaTime]),
        new("ScCa.Application", "Domain", ["ScCa.Domain"], [NodaTime, new("MediatR"), .. Abstractions]),
        new("ScCa.Signing", "Infrastructure", [], []),
        new("ScCa.Keys", "Infrastructure", ["ScCa.Signing"], []),
        new("ScCa.Pki", "Infrastructure", ["ScCa.Signing"], []),
        new("ScCa.Seals", "Infrastructure", ["ScCa.Signing", "ScCa.Pki"], []),
        new("ScCa.Issuance", "Infrastructure", ["ScCa.Signing", "ScCa.Pki", "ScCa.Seals", "ScCa.Keys", "ScCa.Application", "ScCa.Domain"], [NodaTime, .. Abstractions]),
        new("ScCa.Audit", "Infrastructure", ["ScCa.Signing", "ScCa.Pki", "ScCa.Application", "ScCa.Domain"], [NodaTime, .. Abstractions]),
        new("ScCa.Gateways", "Infrastructure", ["ScCa.Signing", "ScCa.Application", "ScCa.Domain"], [NodaTime, .. Abstractions]),
        Store("ScCa.Stores.Memory"),
        Store(
            "ScCa.Stores.Sqlite",
            new Package("Microsoft.Data.Sqlite.Core", "Microsoft.Data.Sqlite"), new Package("SQLitePCLRaw.core"),
            new Package("SQLitePCLRaw.provider.e_sqlite3"), new Package("SQLitePCLRaw.lib.e_sqlite3")),
        Store("ScCa.Stores.Postgres", new Package("Npgsql"), new Package("Dapper")),
        Store("ScCa.Stores.EventStoreDb", new Package("Google.Protobuf"), new Package("Grpc.Tools")),
        new("ScCa.Composition", "Hosts", AllButHosts, [NodaTime, new("Microsoft.Extensions.Configuration.Abstractions"), .. Abstractions]),
        Host("ScCa.Web", new Package("QRCoder"), new Package("Markdig"), new Package("Microsoft.AspNetCore.OpenApi")),
        Host("ScCa.Worker", new Package("Quartz")),
        Host("ScCa.Console", new Package("Spectre.Console"), new Package("System.CommandLine")) with { Assembly = "scca" },
    ];

    /// <summary>Packages that work while building and leave nothing in what ships.</summary>
    public static ImmutableArray<string> BuildOnly { get; } =
    [
        "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.CodeAnalysis.PublicApiAnalyzers", "Meziantou.Analyzer", "SonarAnalyzer.CSharp",
        "Roslynator.Analyzers",
    ];

    /// <summary>Where the hosts are tested: together, as a person or an operator meets them.</summary>
    public const string TestsOfHosts = "ScCa.EndToEnd.Tests";

    public static bool IsProduct(string path) => path.StartsWith("Domain/", StringComparison.Ordinal)
        || path.StartsWith("Infrastructure/", StringComparison.Ordinal) || path.StartsWith("Hosts/", StringComparison.Ordinal);

    public static Room? RoomOf(string assembly) => Rooms.FirstOrDefault(r => r.Assembly == assembly);

    public static Room? RoomOfProject(string project) => Rooms.FirstOrDefault(r => r.Project == project);

    private static Room Store(string project, params ImmutableArray<Package> driver) =>
        new(project, "Infrastructure", ["ScCa.Application", "ScCa.Domain"], [NodaTime, .. Abstractions, .. driver]);

    private static Room Host(string project, params ImmutableArray<Package> own) =>
        new(project, "Hosts", ["ScCa.Composition", "ScCa.Application"], [NodaTime, new("Microsoft.Extensions.Hosting"), .. own]) { IsHost = true };
}
