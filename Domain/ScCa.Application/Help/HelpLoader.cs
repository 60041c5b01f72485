using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using ScCa.Application.Events;
using ScCa.Domain.Help;

namespace ScCa.Application.Help;

/// <summary>Help data that cannot be used: which file, where in it, and why.</summary>
public sealed class HelpInvalidException(string file, string path, string reason, Exception? inner = null)
    : Exception($"{file}: {path}: {reason}", inner)
{
    public string File { get; } = file;

    public string Path { get; } = path;

    public string Reason { get; } = reason;
}

/// <summary>Reads the help catalogue, all or none.</summary>
public static class HelpLoader
{
    private const string ContactFile = "Help/contacts.json";
    private const string LookAlikeFile = "Help/look-alikes.json";
    private const string CheckFile = "Help/checks.json";
    private const string EntryFolder = "Help/Entries/";

    /// <summary>The catalogue that ships with the domain.</summary>
    public static HelpCatalogue LoadShipped()
    {
        var assembly = typeof(HelpCatalogue).Assembly;
        var entries = assembly.GetManifestResourceNames().Where(n => n.StartsWith(EntryFolder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Load(Resource(assembly, ContactFile), Resource(assembly, LookAlikeFile), entries.Select(name => Resource(assembly, name)), Resource(assembly, CheckFile));
    }

    public static HelpCatalogue Load((string File, byte[] Json) contacts, (string File, byte[] Json) lookAlikes, IEnumerable<(string File, byte[] Json)> entries,
        (string File, byte[] Json) questions)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var people = Read<ContactBook>(contacts);
        HelpCheck.Contacts(contacts.File, people);
        var groups = Read<LookAlikeGroups>(lookAlikes).Groups;
        HelpCheck.LookAlikes(lookAlikes.File, groups);
        var alike = new LookAlikes(groups);
        var check = new HelpCheck(people, alike);
        var read = entries.SelectMany(file => check.Checked(file.File, Read<ImmutableArray<HelpEntry>>(file))).ToImmutableArray();
        var asked = Read<ImmutableArray<CheckQuestion>>(questions);
        HelpCheck.Questions(questions.File, asked, read);
        return new HelpCatalogue(people.Platforms, people.Contacts, people.ServiceLine, read, alike, asked);
    }

    private static (string File, byte[] Json) Resource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return (name, json);
    }

    private static T Read<T>((string File, byte[] Json) file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(file.Json, StoredJson.Options) ?? throw new HelpInvalidException(file.File, "$", "null is no help.");
        }
        catch (JsonException reason)
        {
            throw new HelpInvalidException(file.File, reason.Path ?? "$", reason.Message, reason);
        }
    }

    private sealed record LookAlikeGroups(ImmutableArray<string> Groups);
}

/// <param name="ServiceLine">The id of the contact that is given where nothing is found.</param>
internal sealed record ContactBook(ImmutableArray<HelpPlatform> Platforms, string ServiceLine, ImmutableArray<HelpContact> Contacts);
