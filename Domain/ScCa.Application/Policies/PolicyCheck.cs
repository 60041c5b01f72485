using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>What a policy must hold to be decided by, beyond its form.</summary>
internal static class PolicyCheck
{
    public static ImmutableArray<PolicyFault> Faults(string file, PolicyFile policy)
    {
        var faults = new PolicyFaults(file);
        faults.Require(policy.Version >= 1, "$.version", "version");
        NotBlank(faults, policy.Source, "$.source");
        InBothLanguages(faults, policy.Name, "$.name");
        Each(policy.Entries, "$.entries", (entry, path) => NotBlank(faults, entry, path));
        Once(faults, policy.Entries, "$.entries");
        Terms(faults, policy.Terms);
        Roles(faults, policy.Roles);
        Materials(faults, policy.Materials);
        Web(faults, policy.WindowList, "$.windowList");
        InBothLanguages(faults, policy.PostTo, "$.postTo");
        Once(faults, policy.Windows.Select(w => w.Id), "$.windows");
        Each(policy.Windows, "$.windows", (window, path) => Window(faults, window, path));
        Once(faults, policy.RoleAccounts.Select(r => r.Id), "$.roleAccounts");
        Each(policy.RoleAccounts, "$.roleAccounts", (account, path) => InBothLanguages(faults, account.Name, $"{path}.name"));
        Region(faults, policy.Region);
        Once(faults, policy.Tariffs.Select(t => t.Holder), "$.tariffs");
        Each(policy.Tariffs, "$.tariffs", (tariff, path) => Prices(faults, tariff, path));
        ServiceCheck.Check(faults, policy);
        return faults.Found;
    }

    internal static void Each<T>(ImmutableArray<T> items, string path, Action<T, string> check)
    {
        for (var i = 0; i < items.Length; i++)
            check(items[i], $"{path}[{i}]");
    }

    internal static void Once<T>(PolicyFaults faults, IEnumerable<T> items, string path)
    {
        foreach (var twice in items.GroupBy(i => i).Where(g => g.Skip(1).Any()))
            faults.Require(false, path, "twice", ("what", PolicyWord.Of(twice.Key)));
    }

    private static void Terms(PolicyFaults faults, ImmutableArray<Term> terms)
    {
        faults.Require(terms.Length > 0, "$.terms", "none");
        Once(faults, terms, "$.terms");
    }

    private static void Roles(PolicyFaults faults, ImmutableArray<RoleFile> roles)
    {
        faults.Require(roles.Length > 0, "$.roles", "none");
        Once(faults, roles.Select(r => r.Id), "$.roles");
        Each(roles, "$.roles", (role, path) =>
        {
            InBothLanguages(faults, role.Name, $"{path}.name");
            faults.Require(!role.BelongsToUnit || role.Holder != HolderKind.Unit, $"{path}.belongsToUnit", "unit-of-unit");
        });
    }

    private static void Region(PolicyFaults faults, RegionPolicy? region)
    {
        if (region is null)
            return;
        InBothLanguages(faults, region.Label, "$.region.label");
        faults.Require(region.Choices.Length > 0, "$.region.choices", "none");
        Once(faults, region.Choices.Select(c => c.Id), "$.region.choices");
        Each(region.Choices, "$.region.choices", (choice, path) => InBothLanguages(faults, choice.Name, $"{path}.name"));
    }

    private static void Materials(PolicyFaults faults, ImmutableArray<MaterialPolicy> materials)
    {
        Once(faults, materials.Select(m => m.Id), "$.materials");
        Each(materials, "$.materials", (material, path) =>
        {
            InBothLanguages(faults, material.Name, $"{path}.name");
            Web(faults, material.Download, $"{path}.download");
        });
    }

    private static void Window(PolicyFaults faults, WindowFile window, string path)
    {
        InBothLanguages(faults, window.Name, $"{path}.name");
        InBothLanguages(faults, window.Address, $"{path}.address");
        var weekdays = window.Weekdays ?? [];
        faults.Require(!weekdays.Contains(IsoDayOfWeek.None), $"{path}.weekdays", "no-weekday");
        Once(faults, weekdays, $"{path}.weekdays");
        var closed = LocalTime.MinValue;
        Each(window.Hours, $"{path}.hours", (text, at) =>
        {
            var hours = WindowFile.Read(text);
            faults.Require(hours is not null && hours.From < hours.Until, at, "hours", ("given", text));
            faults.Require(hours is null || hours.From >= closed, at, "hours-overlap", ("given", text));
            closed = hours?.Until ?? closed;
        });
    }

    private static void Prices(PolicyFaults faults, Tariff tariff, string path)
    {
        NotNegative(faults, tariff.Opening, $"{path}.opening");
        NotNegative(faults, tariff.AnnualService, $"{path}.annualService");
        NotNegative(faults, tariff.Seal, $"{path}.seal");
        Once(faults, tariff.PerOperation.Select(p => p.Operation), $"{path}.perOperation");
        Each(tariff.PerOperation, $"{path}.perOperation", (price, at) =>
        {
            NotNegative(faults, price.Price, $"{at}.price");
            faults.Require(!ServiceCheck.IsChargedByYears(price.Operation), $"{at}.operation", "charged-by-years", ("operation", PolicyWord.Of(price.Operation)));
        });
    }

    private static void NotNegative(PolicyFaults faults, Money? price, string path) => faults.Require(price is null or { Fen: >= 0 }, path, "negative");

    private static void NotBlank(PolicyFaults faults, string text, string path) => faults.Require(!string.IsNullOrWhiteSpace(text), path, "blank");

    private static void InBothLanguages(PolicyFaults faults, LocalizedText? text, string path)
    {
        NotBlank(faults, text is null ? "-" : text.ZhCn, $"{path}.zhCn");
        NotBlank(faults, text is null ? "-" : text.En, $"{path}.en");
    }

    private static void Web(PolicyFaults faults, string? address, string path) => faults.Require(
        address is null || Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps, path, "not-web", ("given", address ?? ""));
}
