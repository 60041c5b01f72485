using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Paths;

/// <summary>The constraints that have been met on the way down a path. A name must satisfy those of every authority above, which is what §6.1.4 (g) intersects.</summary>
internal sealed class NameConstraintProgress
{
    // A certificate holds thousands of names where somebody means harm, and an authority as many subtrees.
    private const int ComparisonsMax = 1 << 16;

    private readonly List<NameConstraints> met = [];

    private int comparisons;

    public void Add(NameConstraints? constraints)
    {
        if (constraints is not null)
            met.Add(constraints);
    }

    /// <summary>§6.1.3 (b) and (c).</summary>
    public PathFinding? Judge(CertificateFacts facts)
    {
        if (met.Count == 0)
            return null;
        foreach (var name in ConstrainedNames.Of(facts))
        {
            foreach (var constraints in met)
            {
                if (Judge(name, constraints) is { } finding)
                    return finding;
            }
        }

        return null;
    }

    private PathFinding? Judge(GeneralName name, NameConstraints constraints)
    {
        comparisons += constraints.Permitted.Count + constraints.Excluded.Count;
        if (comparisons > ComparisonsMax)
            return PathFinding.NameConstraintsTooMany;
        var excluded = Compare(name, constraints.Excluded, isExcluding: true);
        if (excluded is NameComparability.Inside)
            return PathFinding.NameExcluded;
        var permitted = Compare(name, constraints.Permitted, isExcluding: false);
        if (excluded is NameComparability.NotComparable || permitted is NameComparability.NotComparable)
            return PathFinding.NameFormNotComparable;
        return permitted is NameComparability.Outside ? PathFinding.NameNotPermitted : null;
    }

    // Null where no subtree is of the name's form: then the form is not constrained.
    private static NameComparability? Compare(GeneralName name, IReadOnlyList<NameSubtree> subtrees, bool isExcluding)
    {
        NameComparability? found = null;
        var form = ConstrainedNames.FormOf(name);
        foreach (var subtree in subtrees.Where(subtree => subtree.Root.Kind == form))
        {
            switch (NameConstraintForms.Compare(name, subtree, isExcluding))
            {
                case NameComparability.Inside:
                    return NameComparability.Inside;
                case NameComparability.NotComparable:
                    found = NameComparability.NotComparable;
                    break;
                default:
                    found ??= NameComparability.Outside;
                    break;
            }
        }

        return found;
    }
}
