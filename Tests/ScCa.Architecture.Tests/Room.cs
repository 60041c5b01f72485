using System.Collections.Immutable;

namespace ScCa.Architecture.Tests;

/// <summary>A package and the assemblies that come with it.</summary>
internal sealed record Package(string Id, params ImmutableArray<string> OtherAssemblies)
{
    public bool Contains(string assembly) => assembly == Id || OtherAssemblies.Contains(assembly);
}

/// <summary>One project of the house and what it may touch.</summary>
internal sealed record Room(string Project, string Folder, ImmutableArray<string> Rooms, ImmutableArray<Package> Packages)
{
    /// <summary>The name of what it builds, where that is not the project's.</summary>
    public string Assembly { get; init; } = Project;

    /// <summary>ASP.NET Core as a framework, and everything the hosting packages bring with them.</summary>
    public bool IsHost { get; init; }

    public bool MayTouchRoom(string assembly) => House.Rooms.Any(r => r.Assembly == assembly && Rooms.Contains(r.Project));

    public bool MayTouchPackage(string assembly) => Packages.Any(p => p.Contains(assembly));
}
