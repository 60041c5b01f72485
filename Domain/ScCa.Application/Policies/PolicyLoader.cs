using System.Collections.Immutable;
using ScCa.Application.Ports;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>Reads policies and calendars, all or none: any fault is a <see cref="PolicyInvalidException"/>.</summary>
public static class PolicyLoader
{
    /// <summary>The policies and calendars that ship with the domain.</summary>
    public static PolicyBook LoadShipped() => Book([PolicySource.Shipped()], withDrafts: false, PolicySource.ShippedHolidays());

    /// <summary>
    /// What ships, and an operator's own platforms and versions from a folder. There a version counts once the folder's <c>published.json</c> lists it;
    /// one that is not listed is a draft, and passed over unless asked for.
    /// </summary>
    public static PolicyBook LoadShippedAnd(IPolicyFolder folder, bool withDrafts = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Book([PolicySource.Shipped(), PolicySource.Of(folder)], withDrafts, PolicySource.ShippedHolidays());
    }

    /// <summary>The policies and calendars given, whether published or not.</summary>
    public static PolicyBook Load(IEnumerable<(string File, byte[] Json)> policies, IEnumerable<(string File, byte[] Json)> holidays)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(holidays);
        return Book([new PolicySource([.. policies], PublishedPolicies.Read(PolicySource.PublishedFile, null))], withDrafts: true, holidays);
    }

    private static PolicyBook Book(ImmutableArray<PolicySource> sources, bool withDrafts, IEnumerable<(string File, byte[] Json)> holidays)
    {
        var read = PolicySet.Read(sources, withDrafts);
        if (!read.Faults.IsEmpty)
            throw new PolicyInvalidException(read.Faults);
        return new PolicyBook(
            [.. read.Versions.Select(v => v.Content.Expanded())], new WorkingCalendar(holidays.Select(h => HolidayFile.Read(h.File, h.Json)).ToList()));
    }
}
