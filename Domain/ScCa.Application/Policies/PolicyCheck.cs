using System.Collections.Immutable;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>What a policy must hold to be decided by, beyond its form.</summary>
internal static class PolicyCheck
{
    public static PlatformPolicy Checked(string file, PlatformPolicy policy)
    {
        Require(policy.Version >= 1, "$.version", "versions count from 1.");
        Require(policy.Terms.Length > 0, "$.terms", "at least one term is needed.");
        Require(policy.Roles.Select(r => r.Id).Distinct().Count() == policy.Roles.Length, "$.roles", "a role stands here twice.");
        Require(policy.Tariffs.Select(t => t.Holder).Distinct().Count() == policy.Tariffs.Length, "$.tariffs", "a holder kind has two price lists.");
        for (var i = 0; i < policy.Services.Length; i++)
            CheckService(i, policy.Services[i]);
        return policy;

        void CheckService(int i, ServicePolicy service)
        {
            Require(service.Ways.Length > 0, $"$.services[{i}].ways", "at least one way is needed.");
            Require(
                policy.Services.Count(s => (s.Operation, s.Holder, s.Stage) == (service.Operation, service.Holder, service.Stage)) == 1,
                $"$.services[{i}]",
                "this operation stands here twice for the same holder kind and stage.");
            Require(
                (service.Operation == Operation.New) == (service.Stage == Stage.BeforeIssue),
                $"$.services[{i}].stage",
                "New is before issue, and nothing else is.");
            Require(policy.Roles.Any(r => r.Holder == service.Holder), $"$.services[{i}].holder", "no role has this holder kind.");
            Require(policy.Tariffs.Any(t => t.Holder == service.Holder), $"$.services[{i}].holder", "no price list has this holder kind.");
        }

        void Require(bool holds, string path, string reason)
        {
            if (!holds)
                throw new PolicyInvalidException(file, path, reason);
        }
    }

    public static void EachVersionOnce(ImmutableArray<PlatformPolicy> policies)
    {
        foreach (var platform in policies.GroupBy(p => p.Id))
        {
            var versions = platform.OrderBy(p => p.Version).ToList();
            for (var i = 1; i < versions.Count; i++)
            {
                if (versions[i].Version == versions[i - 1].Version)
                    throw new PolicyInvalidException(platform.Key.Value, "$.version", $"version {versions[i].Version} stands here twice.");
                if (versions[i].EffectiveFrom <= versions[i - 1].EffectiveFrom)
                    throw new PolicyInvalidException(platform.Key.Value, "$.effectiveFrom", $"version {versions[i].Version} must take effect after the one before it.");
            }
        }
    }
}
