using ScCa.Pki.Paths;

namespace ScCa.Pki.Tests.Paths;

/// <summary>
/// One way for a chain to be other than usual, good or bad. A bad one is bad in one respect only: it must be found at its step and depth and nowhere else, so that a
/// validator that leaves the step out is caught.
/// </summary>
/// <param name="Change">Plants it and answers with the depth at which it is to be found.</param>
/// <param name="Finding">Null where the chain is good all the same.</param>
/// <param name="OpenSslErrors">The numbers of X509_V_ERR_… by which openssl may say it; its search leaves unfit issuers out, so that it misses an issuer at times.</param>
internal sealed record PathVariation(
    string Name, Func<PathPlan, Random, int> Change, PathStep? Step = null, PathFinding? Finding = null, params int[] OpenSslErrors)
{
    public int AuthoritiesMin { get; init; }

    public int AuthoritiesMax { get; init; } = 3;

    /// <summary>Whether a file is none that is read at all.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Why openssl's verdict is another; empty where it is the same.</summary>
    public string WhyOpenSslDiffers { get; init; } = "";

    public bool IsGood => Finding is null && !IsUnreadable;

    public static PathVariation Good(string name, Action<PathPlan, Random> change, int authoritiesMin = 0, int authoritiesMax = 3) => new(name, (plan, random) =>
    {
        change(plan, random);
        return 0;
    })
    {
        AuthoritiesMin = authoritiesMin,
        AuthoritiesMax = authoritiesMax,
    };

    public override string ToString() => Name;
}
